/**
 * The report's look: the colours of the editor's theme where it stands in one, else light or dark as the reader's system is. High contrast
 * themes draw borders where others shade.
 */
export const STYLE = `
:root{color-scheme:light dark;
--ink:var(--vscode-foreground,#1f2328);--paper:var(--vscode-editor-background,#fff);--quiet:var(--vscode-descriptionForeground,#636c76);
--rule:var(--vscode-contrastBorder,var(--vscode-panel-border,#d1d9e0));--shade:var(--vscode-editorWidget-background,#f6f8fa);
--bad:var(--vscode-editorError-foreground,#b3261e);--warn:var(--vscode-editorWarning-foreground,#8a5a00);
--note:var(--vscode-editorInfo-foreground,#0a5ca8);--good:var(--vscode-testing-iconPassed,#1a7f37);--accent:var(--vscode-charts-blue,#0a5ca8)}
@media (prefers-color-scheme:dark){:root{
--ink:var(--vscode-foreground,#e6edf3);--paper:var(--vscode-editor-background,#0d1117);--quiet:var(--vscode-descriptionForeground,#9198a1);
--rule:var(--vscode-contrastBorder,var(--vscode-panel-border,#3d444d));--shade:var(--vscode-editorWidget-background,#151b23);
--bad:var(--vscode-editorError-foreground,#ff7b72);--warn:var(--vscode-editorWarning-foreground,#e3b341);
--note:var(--vscode-editorInfo-foreground,#79c0ff);--good:var(--vscode-testing-iconPassed,#3fb950);--accent:var(--vscode-charts-blue,#79c0ff)}}
body{font:15px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:66em;padding:1.5em}
h1{font-size:1.5em;margin:0}h2{font-size:1.2em;margin:2.2em 0 .2em}h3{font-size:1.05em;margin:1.8em 0 .5em}
.quiet{color:var(--quiet);margin:.2em 0}a{color:var(--vscode-textLink-foreground,var(--accent))}
.tiles{display:flex;flex-wrap:wrap;gap:.8em;margin:1.2em 0}
.tile{background:var(--shade);border:1px solid var(--rule);border-radius:6px;flex:1 1 11em;padding:.6em 1em}
.tile b{display:block;font-size:1.5em;line-height:1.4;font-weight:600}.tile .bad{color:var(--bad)}.tile .good{color:var(--good)}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--rule);padding:.45em .7em .45em 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--quiet);font-weight:normal;white-space:nowrap}td.place{white-space:nowrap}td.number,.rate th:nth-child(n+2){text-align:right}.rate{width:auto}.rate td,.rate th{padding-right:2em}
.findings td:nth-child(2){white-space:nowrap}.findings td:nth-child(3){min-width:8em}.findings td:nth-child(4){min-width:14em}.findings td:nth-child(5){min-width:10em}.findings td:nth-child(6){min-width:8em}
.error{color:var(--bad)}.warning{color:var(--warn)}.information,.hint{color:var(--note)}
svg{display:block;max-width:100%;height:auto;margin:.6em 0 1em}svg text{font-size:13px;fill:var(--ink)}svg .on{fill:var(--paper)}
svg .strong{fill:var(--bad)}svg .mild{fill:var(--note)}svg .axis{stroke:var(--quiet)}svg .disc{fill:var(--accent)}
@media (max-width:46em){.findings thead{display:none}.findings tr{display:block;border-bottom:1px solid var(--rule);padding:.6em 0}
.findings td{display:block;border:0;padding:.05em 0}.findings td:nth-child(-n+2){display:inline-block;margin-right:1em}.findings td:nth-child(3){font-weight:600}.findings td:empty{display:none}
.findings td:nth-child(n+5){color:var(--quiet)}}
@media print{body{max-width:none;padding:0}.tile{break-inside:avoid}tr{break-inside:avoid}}
`;
