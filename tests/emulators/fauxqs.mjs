// S3 (fauxqs) on a free port of 127.0.0.1. Prints the port, and ends with whoever started it (when its input is closed).
import { buildApp } from 'fauxqs';

const server = buildApp({ logger: false });
await server.listen({ port: 0, host: '127.0.0.1' });
console.log(server.server.address().port);
process.stdin.on('end', () => process.exit(0)).resume();
