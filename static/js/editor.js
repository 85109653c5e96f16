// Turns the plain box of a long text into an editor. The box stays the form's field and is kept up to date.
import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Editor,
  HardBreak,
  Heading,
  History,
  Italic,
  Link,
  ListItem,
  Menu,
  OrderedList,
  Paragraph,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  Text,
} from "../django_prose_editor/editor.js";

const STYLES = ["../django_prose_editor/material-icons.css", "../django_prose_editor/editor.css", "../css/editor.css"];
const EXTENSIONS = [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Heading.configure({ levels: [3, 4] }),
  Bold,
  Italic,
  BulletList,
  OrderedList.configure({ enableListAttributes: false }),
  ListItem,
  Blockquote,
  Link.configure({ protocols: ["http", "https"], enableTarget: false }),
  Table,
  TableRow,
  TableHeader,
  TableCell,
  History,
  Menu,
];

for (const style of STYLES) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(style, import.meta.url);
  document.head.append(link);
}

export function dress(box) {
  const frame = document.createElement("div");
  frame.className = "prose-editor";
  box.before(frame);
  frame.append(box);
  const editor = new Editor({
    element: frame,
    extensions: EXTENSIONS,
    content: box.dataset.editor,
    injectCSS: false,
    editorProps: { attributes: attributesOf(box) },
    onUpdate: ({ editor: changed }) => {
      box.value = changed.isEmpty ? "" : changed.getHTML();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  box.value = editor.isEmpty ? "" : editor.getHTML();
  nameHeadings(frame);
  box.labels.forEach((label) => label.addEventListener("click", () => editor.commands.focus()));
  return editor;
}

// A level is a matter of the page around the text; who writes wants a heading or a smaller one.
function nameHeadings(frame) {
  for (const [level, name] of [["3", "Heading"], ["4", "Smaller heading"]]) {
    frame.querySelectorAll(`[data-name="heading${level}"] > h${level}`).forEach((option) => {
      option.textContent = name;
    });
  }
}

function attributesOf(box) {
  const attributes = { role: "textbox", "aria-multiline": "true", class: "c8-prose" };
  const label = box.labels[0];
  if (label) {
    label.id ||= `${box.id}_label`;
    attributes["aria-labelledby"] = label.id;
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (box.hasAttribute(name)) {
      attributes[name] = box.getAttribute(name);
    }
  }
  return attributes;
}
