// The browser entry: the extension in a web-worker extension host. Its bundle is what the Node entry starts, too.
import type { ExtensionContext } from 'vscode';
import { start } from '../editor/activate';

export { start };

export function activate(context: ExtensionContext): void {
	start(context, { kind: 'web', userName: () => undefined });
}
