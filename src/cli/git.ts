// Git as commands ask it: who is at work, what a file was at a revision. Everything is undefined where there is no git.
import type { GitResult, Io } from './io';
import { decode } from './text';

/** The output of a git command that succeeded. */
export async function askGit(io: Io, folder: string, ...parameters: string[]): Promise<string | undefined> {
	const result: GitResult | undefined = await io.git(folder, parameters);
	return result?.code === 0 ? decode(result.stdout).text : undefined;
}

export async function gitUserName(io: Io, folder: string): Promise<string | undefined> {
	return (await askGit(io, folder, 'config', 'user.name'))?.trim() || undefined;
}
