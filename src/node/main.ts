// The desktop and remote entry: the extension in a Node extension host.
import { userInfo } from 'node:os';
import type { ExtensionContext } from 'vscode';
import { start } from '../editor/activate';

export function activate(context: ExtensionContext): void {
	start(context, { kind: 'node', userName });
}

/** Undefined on machines where the account has no name, such as some containers. */
function userName(): string | undefined {
	try {
		return userInfo().username || undefined;
	} catch {
		return undefined;
	}
}
