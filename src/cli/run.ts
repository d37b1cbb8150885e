// The command line as a function of its arguments and the world it is given; nothing here ends the process.
import { Arguments, UsageError } from './arguments';
import type { Command } from './command';
import { actors } from './commands/actors';
import { agreement } from './commands/agreement';
import { align } from './commands/align';
import { annotate } from './commands/annotate';
import { annotations } from './commands/annotations';
import { check } from './commands/check';
import { counterpart } from './commands/counterpart';
import { diff } from './commands/diff';
import { gitSetup } from './commands/git-setup';
import { log } from './commands/log';
import { merge } from './commands/merge';
import { parse } from './commands/parse';
import { reanchor } from './commands/reanchor';
import { commandHelp, commonOptions, generalHelp } from './help';
import { BrokenPipe, type Io } from './io';
import { Session } from './session';
import { printable } from './text';

const commands: readonly Command[] = [
	parse,
	actors,
	counterpart,
	align,
	annotate,
	annotations,
	reanchor,
	check,
	diff,
	log,
	merge,
	gitSetup,
	agreement,
];

/** The exit code: 0 done, 1 problems found or a file not read, 2 wrong usage. Rejects only for bugs. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
	const [name, ...rest] = argv;
	try {
		if (name === undefined) {
			await io.stderr.write(generalHelp(commands));
			return 2;
		}
		if (name === '--help' || name === '-h' || name === 'help') return await help(rest[0], io);
		if (name === '--version') {
			await io.stdout.write(`${await io.version()}\n`);
			return 0;
		}
		return await runCommand(commandNamed(name), rest, io);
	} catch (error) {
		if (error instanceof BrokenPipe) return 0;
		if (!(error instanceof UsageError)) throw error;
		const hint = commands.some((command) => command.name === name) ? `glossator ${name} --help` : 'glossator --help';
		await io.stderr.write(`glossator: ${printable(error.message)}\nSee “${hint}”.\n`);
		return 2;
	}
}

async function runCommand(command: Command, argv: readonly string[], io: Io): Promise<number> {
	const given = new Arguments(argv, { ...command.options, ...commonOptions });
	if (given.flag('help')) return help(command.name, io);
	const session = new Session(io);
	await command.run(given, session);
	return session.exitCode;
}

async function help(name: string | undefined, io: Io): Promise<number> {
	await io.stdout.write(name === undefined ? generalHelp(commands) : commandHelp(commandNamed(name)));
	return 0;
}

function commandNamed(name: string): Command {
	const found = commands.find((command) => command.name === name);
	if (found) return found;
	const what = name.startsWith('-') ? `There is no option “${name}” here` : `There is no command “${name}”`;
	throw new UsageError(`${what}. Commands: ${commands.map((command) => command.name).join(', ')}.`);
}
