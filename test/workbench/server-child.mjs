// Runs VS Code's server as long as the process that started it lives: when its standard input closes, it ends,
// so that not even a killed test run leaves one behind. Arguments: server-main.js, then the server's own.
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [main] = process.argv.splice(2, 1);
process.stdin.on('close', () => process.exit(0)).resume();
await import(pathToFileURL(main ?? '').href);
