// Arguments: a command's options as data, read with `util.parseArgs`, with typed getters that say what is wrong and what next.
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Wrong usage: the message is printed, and the exit code is 2. */
export class UsageError extends Error {}

export interface Option {
	/** What stands for the value in the help; absent for a flag. */
	readonly value?: string;
	readonly text: string;
	readonly short?: string;
	/** May be given more than once. */
	readonly multiple?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

export class Arguments {
	readonly positionals: readonly string[];
	/** How many of the positionals stand before `--`; all of them where there is none. */
	readonly beforeTerminator: number;
	readonly #values: Readonly<Record<string, unknown>>;

	constructor(argv: readonly string[], options: Options) {
		const { values, positionals, tokens } = read(argv, options);
		this.#values = values;
		this.positionals = positionals;
		const terminator = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? argv.length;
		this.beforeTerminator = tokens.filter(({ kind, index }) => kind === 'positional' && index < terminator).length;
	}

	flag(name: string): boolean {
		return this.#values[name] === true;
	}

	text(name: string): string | undefined {
		return this.#values[name] as string | undefined;
	}

	list(name: string): readonly string[] {
		return (this.#values[name] as string[] | undefined) ?? [];
	}

	/** A whole number of at least `least`. */
	count(name: string, least: number): number | undefined {
		const written = this.text(name);
		if (written === undefined) return undefined;
		if (!/^\d{1,15}$/.test(written) || Number(written) < least)
			throw new UsageError(`--${name} takes a whole number from ${least}, not “${written}”.`);
		return Number(written);
	}

	/** One of `choices`; the first where nothing is said. */
	choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
		const written = this.text(name) ?? choices[0];
		const found = choices.find((choice) => choice === written);
		if (!found) throw new UsageError(`--${name} is one of ${choices.join(', ')}, not “${written}”.`);
		return found;
	}
}

function read(argv: readonly string[], options: Options) {
	const config: NonNullable<ParseArgsConfig['options']> = {};
	for (const [name, { value, short, multiple }] of Object.entries(options))
		config[name] = {
			type: value === undefined ? 'boolean' : 'string',
			...(short && { short }),
			...(multiple && { multiple }),
		};
	try {
		return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true, tokens: true });
	} catch (error) {
		throw new UsageError(sentence(error as Error & { code?: string }, Object.keys(options)));
	}
}

function sentence(error: Error & { code?: string }, known: readonly string[]): string {
	const option = /'(-[^' ]*)/.exec(error.message)?.[1];
	if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option)
		return `There is no option “${option}” here. Options: ${known.map((name) => `--${name}`).join(', ')}. A file whose name begins with “-” comes after “--”.`;
	if (error.message.includes('ambiguous'))
		return `The value of ${error.message.match(/--[\w-]+/)?.[0] ?? 'an option'} begins with “-”: write it with “=”, as in --quote=-1.`;
	if (error.message.includes('argument missing')) return `${option ?? 'An option'} needs a value after it.`;
	if (error.message.includes('does not take an argument')) return `${option ?? 'The option'} takes no value.`;
	return error.message;
}
