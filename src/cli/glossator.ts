#!/usr/bin/env node
// The executable: the command line on this process's arguments and streams.
import path from 'node:path';
import { nodeIo } from './node';
import { run } from './run';

run(process.argv.slice(2), nodeIo(path.join(__dirname, '..'))).then((code) => {
	process.exitCode = code;
});
