/**
 * A title as it is compared: without spaces and 、 (between issuers the one stands for the other), inner title marks and brackets of
 * one kind. 《关于修改〈…〉的决定》 is the same title however its inner marks are set.
 */
export function plainTitle(title: string): string {
  return title
    .replace(/[\s\u3000、]+/g, '')
    .replace(/[〈＜<]/g, '《')
    .replace(/[〉＞>]/g, '》')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[-–－~～]/g, '—');
}
