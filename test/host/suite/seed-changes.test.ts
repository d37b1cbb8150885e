import * as vscode from 'vscode';
import { closeAll, fileUri, openSeed, remove, select, until, write } from './driver';

const russian = [
	'date 2026-04-02 Старый маяк на острове Чечень снова зажёг огни после 14 лет молчания.',
	'Смотритель Гурбан Велиев поднялся по 187 ступеням и включил лампу, которую привезли из Астрахани.',
	'Ремонт обошёлся в 3,7 млн манатов и занял 26 месяцев.',
].join('\n\n');
const english = [
	'date 2026-04-02 The old lighthouse on Chechen Island has lit its lamp again after 14 years of silence.',
	'Keeper Gurban Veliyev climbed the 187 steps and switched on the lamp that was brought from Astrakhan.',
	'The repair cost 3.7 million manats and took 26 months.',
].join('\n\n');

/** Where a jump from the Russian seed leads; its own name where that has no counterpart. */
async function jumpFrom(name: string): Promise<string> {
	await closeAll();
	const editor = await openSeed(name);
	select(editor, 'Смотритель');
	void vscode.commands.executeCommand('glossator.jumpToParallel');
	await new Promise((resolve) => setTimeout(resolve, 700));
	const shown = vscode.window.activeTextEditor?.document.uri.path ?? '';
	return shown.slice(fileUri('').path.length + 1);
}

const reaches = (name: string) =>
	until(async () => (await jumpFrom('beacon.ru.txt')) === name, `a jump leads to ${name}`);

describe('seeds that change outside the editor', () => {
	beforeEach(() => write('beacon.ru.txt', russian));
	afterEach(async () => {
		await closeAll();
		await remove('beacon.ru.txt', 'arrived', 'moved');
	});

	it('finds a counterpart among many files that come at once, follows its folder, and forgets it', async () => {
		await reaches('beacon.ru.txt');
		const others = Array.from({ length: 200 }, (_, i) =>
			write(
				`arrived/${i}.txt`,
				`date 2026-04-02 Village ${i} has opened a bakery.\n\nIt sells ${i + 20} kinds of bread.\n`,
			),
		);
		await Promise.all([...others, write('arrived/beacon.en.txt', english)]);
		await reaches('arrived/beacon.en.txt');
		await closeAll();
		await vscode.workspace.fs.rename(fileUri('arrived'), fileUri('moved'));
		await reaches('moved/beacon.en.txt');
		await closeAll();
		await vscode.workspace.fs.delete(fileUri('moved'), { recursive: true });
		await reaches('beacon.ru.txt');
	}).timeout(60_000);

	it('takes a text that was changed to another story for no counterpart', async () => {
		await write('arrived/beacon.en.txt', english);
		await reaches('arrived/beacon.en.txt');
		await closeAll();
		await write(
			'arrived/beacon.en.txt',
			'date 2026-04-02 A bakery opened in the village.\n\nIt sells bread and rolls.\n',
		);
		await reaches('beacon.ru.txt');
	}).timeout(60_000);
});
