// The browser entry: the extension in a web-worker extension host.
import type { ExtensionContext } from 'vscode';
import { activate as start } from '../editor/activate';

export function activate(context: ExtensionContext): void {
	start(context, { kind: 'web', userName: () => undefined });
}
