/** What the mended copy of a manuscript is called: 讲话.docx -> 讲话.核稿.docx; the second, where that is taken, 讲话.核稿2.docx. */
export function copyName(name: string, number = 1): string {
  return name.replace(/(?:\.docx)?$/i, `.核稿${number === 1 ? '' : number}.docx`);
}
