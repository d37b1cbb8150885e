// Stands in for the server's native logger, which would have to be compiled: writes the same log files in plain Node.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const printed = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	#file;
	#level = 2;
	#plain = false;

	constructor(file) {
		this.#file = file;
	}

	write(level, message) {
		if (level < this.#level) return;
		const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '');
		appendFileSync(this.#file, this.#plain ? message : `${stamp} [${printed[level]}] ${message}\n`);
	}

	getLevel() {
		return this.#level;
	}

	setLevel(level) {
		this.#level = level;
	}

	clearFormatters() {
		this.#plain = true;
	}

	setPattern() {}
	flush() {}
	drop() {}
}
for (const [level, name] of levels.entries())
	Logger.prototype[name] = function (message) {
		this.write(level, message);
	};

async function createLogger(_name, file) {
	mkdirSync(path.dirname(file), { recursive: true });
	return new Logger(file);
}

// One by one, so that Node sees their names when a module imports this.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
