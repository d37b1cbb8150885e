// The help texts, made from the commands' own descriptions.
import type { Options } from './arguments';
import type { Command } from './command';

/** Options that every command has. */
export const commonOptions: Options = { help: { short: 'h', text: 'this help' } };

export function generalHelp(commands: readonly Command[]): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return `glossator – read, align and annotate seeds: news texts that begin “date YYYY-MM-DD”

usage: glossator COMMAND …
       glossator COMMAND --help
       glossator --version

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Files are UTF-8 text. “-” reads NDJSON from standard input, one record {"file":…, "text":…} a line.
Output is NDJSON unless a command says otherwise; offsets are UTF-16 code units, paragraph numbers begin at 0.
Exit code: 0 done, 1 problems found or a file not read, 2 wrong usage.
`;
}

export function commandHelp({ name, summary, usage, details, options }: Command): string {
	const all = Object.entries({ ...options, ...commonOptions });
	const labels = all.map(([option, { value, short }]) => {
		return `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`;
	});
	const width = Math.max(...labels.map((label) => label.length));
	return `glossator ${name} – ${summary}

${usage.map((line, i) => `${i === 0 ? 'usage:' : '      '} glossator ${name} ${line}`).join('\n')}

${details.trim()}

${all.map(([, { text }], i) => `  ${labels[i]!.padEnd(width)}  ${text}`).join('\n')}
`;
}
