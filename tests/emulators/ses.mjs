// SES (aws-ses-v2-local) on a free port of 127.0.0.1. Prints the port, and ends with whoever started it (when its input is closed).
import ses from 'aws-ses-v2-local';

const server = await (ses.default ?? ses)({ host: '127.0.0.1', port: 0 });
console.log(server.address().port);
process.stdin.on('end', () => process.exit(0)).resume();
