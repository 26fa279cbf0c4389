import { DOMParser, onErrorStopParsing, ParseError, XMLSerializer } from '@xmldom/xmldom';
import type { Document, Element, Node } from '@xmldom/xmldom';

export type XmlDocument = Document;
export type XmlElement = Element;
export type XmlNode = Node;

/** WordprocessingML: the usual namespace and the one of “Strict Open XML”. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** A part's XML; undefined if it is not well-formed. A document type is refused: no Word file has one, and it could make a text explode. */
export function parse(bytes: Uint8Array): XmlDocument | undefined {
  const source = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE/i.test(source)) return undefined;
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(source, 'text/xml');
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** The bytes of a part. */
export function serialize(document: XmlDocument): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

/** True for an element of WordprocessingML, of that name if one is given. */
export function isWord(node: XmlNode, ...names: readonly string[]): boolean {
  return (
    (node.namespaceURI === WORD || node.namespaceURI === STRICT) &&
    (names.length === 0 || names.includes(node.localName ?? ''))
  );
}

/** The child elements. What is changed meanwhile does not disturb the walk: the next one is known before one is given. */
export function* children(parent: XmlNode): Generator<XmlElement> {
  for (let node = parent.firstChild; node !== null;) {
    const next: XmlNode | null = node.nextSibling;
    if (node.nodeType === 1) yield node as XmlElement;
    node = next;
  }
}

/** The first child element of that name. */
export function child(parent: XmlNode, name: string): XmlElement | undefined {
  for (const each of children(parent)) if (each.localName === name) return each;
  return undefined;
}

/** The value of an attribute of WordprocessingML. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.getAttributeNS(element.namespaceURI, name) ?? undefined;
}

/** A new child at the end of `parent`, in its namespace and with its prefix. */
export function append(
  parent: XmlElement,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const made = create(parent, name, attributes);
  parent.appendChild(made);
  return made;
}

/** A new element beside `beside`, in its namespace and with its prefix. */
export function create(
  beside: XmlElement,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const document = beside.ownerDocument as XmlDocument;
  const prefixed = (each: string): string => (beside.prefix ? `${beside.prefix}:${each}` : each);
  const made = document.createElementNS(beside.namespaceURI, prefixed(name));
  for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(beside.namespaceURI, prefixed(key), value);
  return made;
}

/** A text that XML can hold, of the same length: what it forbids becomes U+FFFD. */
export function holdable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
}
