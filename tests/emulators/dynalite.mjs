// DynamoDB (dynalite) on a free port of 127.0.0.1. Prints the port, and ends with whoever started it (when its input is closed).
import dynalite from 'dynalite';

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
