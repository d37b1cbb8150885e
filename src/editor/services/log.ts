// The log channel as the core's Logger.
import { type LogOutputChannel, window } from 'vscode';
import type { Logger } from '../../core/ports';

export interface Log extends Logger {
	show(): void;
	dispose(): void;
}

/** Made on the first message, so that a window without seeds has no empty channel. */
export function createLog(): Log {
	let channel: LogOutputChannel | undefined;
	const open = () => {
		channel ??= window.createOutputChannel('Glossator', { log: true });
		return channel;
	};
	return {
		info: (message) => open().info(message),
		warn: (message) => open().warn(message),
		error: (message) => open().error(message),
		show: () => open().show(true),
		dispose: () => channel?.dispose(),
	};
}
