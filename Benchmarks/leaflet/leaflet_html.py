"""The tri-fold as a web page, for WeasyPrint and Chromium."""
from html import escape


def page(leaflet, root, fonts):
    """The whole page; `--size` is the running text's size and may be changed."""
    zh = leaflet["language"] == "zh"
    boxes = [
        (197, 0, 100, 96, "background:var(--accent)", ""), (197, 96, 100, 114, "background:var(--tint)", ""),
        (206.5, 16, 81, 8, "font:bold 12pt/1.3 F;color:#fff", escape(leaflet["topic"])),
        (206.5, 30, 81, 58, "font:bold 27pt/1.28 F;color:#fff", f"<h1>{escape(leaflet['title'])}</h1>"),
        (206.5, 103, 81, 54, "", f"<img src='file://{root}/{leaflet['picture']}' alt='{escape(leaflet['alt'], True)}'>"),
        (206.5, 161, 81, 22, "font-size:14pt;line-height:1.45", escape(leaflet["summary"])),
        (206.5, 187, 81, 7, "font:bold 11pt/1.3 F;color:var(--accent)", escape(leaflet["site"])),
        (206.5, 194.5, 81, 6, "font-size:8.5pt;color:#4c4952", escape(leaflet["by"] + leaflet["organiser"])),
        (8, 14, 81, 124, "", blocks(leaflet["story"])),
        (0, 146, 97, 64, "background:var(--accent)", ""),
        (8, 154, 81, 7, "font:bold 11pt/1.3 F;color:#fff", escape(leaflet["remember"])),
        (8, 163, 81, 36, "font:bold 22pt/1.36 F;color:#fff", escape(leaflet["slogan"])),
        (106.5, 14, 81, 8, "font-size:15pt;color:var(--accent)", f"<b>{escape(leaflet['numbers'])}</b>"),
        (106.5, 23, 81, 0.6, "background:var(--accent)", ""),
        (106.5, 27, 81, 66, "font-size:9pt;line-height:1.35", "".join(
            f"<p class=line><b>{h['number']}</b> <b>{escape(h['name'])}</b><br>{escape(h['purpose'])}</p>"
            for h in leaflet["hotlines"])),
        (106.5, 96.5, 81, 33, "background:var(--tint)", ""), (109, 98.5, 29, 29, "", leaflet["code"]),
        (144, 102, 44, 28, "font-size:11pt;line-height:1.45", escape(leaflet["scan"])),
        (106.5, 172, 81, 12, "font-size:7.5pt;line-height:1.35;color:#4c4952", escape(leaflet["sources"])),
        (106.5, 186, 64, 14, "font-size:7pt;line-height:1.35;color:#4c4952", escape(leaflet["edition"])),
        (173.5, 186, 14, 14, "", leaflet["edition-code"]),
    ]
    outside = "".join(
        f"<div class=box style='left:{x}mm;top:{y}mm;width:{w}mm;height:{h}mm;{style}'>{body}</div>"
        for x, y, w, h, style, body in boxes)
    inside = "".join(f"<h2>{spans(s['heading'])}</h2>{blocks(s['blocks'])}" for s in leaflet["body"])
    return f"""<!doctype html><html lang="{'zh-Hans' if zh else 'en'}"><meta charset="utf-8">
<title>{escape(leaflet['title'])}</title><style>
@font-face {{ font-family: F; src: url(file://{fonts}/NotoSansCJKsc-Regular.otf); font-weight: 400 }}
@font-face {{ font-family: F; src: url(file://{fonts}/NotoSansCJKsc-Bold.otf); font-weight: 700 }}
@page {{ size: 297mm 210mm; margin: 0 }}
@page inside {{ margin: 14mm 6.5mm 12mm 9.5mm }}
:root {{ --accent: {leaflet['accent']}; --tint: {leaflet['tint']}; --size: 9pt }}
* {{ margin: 0; padding: 0 }}
body {{ font: var(--size)/{1.6 if zh else 1.42} F; }}
#outside {{ position: relative; width: 297mm; height: 209.9mm; overflow: hidden }}
#inside {{ page: inside; break-before: page; columns: 3; column-gap: 19mm; column-fill: auto;
  text-align: {'justify' if zh else 'left'}; }}
.box {{ position: absolute }} .box svg, .box img {{ width: 100%; height: 100% }} .box h1 {{ font-size: 1em }}
h2 {{ font-size: 1.32em; color: var(--accent); margin: 0.8em 0 0.4em; break-after: avoid }} h2:first-child {{ margin-top: 0 }}
p, li, table, aside {{ margin-bottom: 0.5em; orphans: 2; widows: 2 }} ol, ul {{ padding-left: 1.4em }}
li::marker {{ color: var(--accent); font-weight: bold }}
aside {{ background: var(--tint); border-left: 2pt solid var(--accent); padding: 0.6em; break-inside: avoid }}
aside b {{ color: var(--accent); display: block }}
table {{ border-collapse: collapse; width: 100%; text-align: left }} td, th {{ border-bottom: 0.4pt solid #bdb6aa; padding: 0.35em 0 }}
th {{ color: var(--accent) }}
</style><body><div id="outside">{outside}</div><div id="inside">{inside}</div></body></html>"""


def spans(all):
    return "".join(f"<b>{escape(s['text'])}</b>" if s["strong"] else escape(s["text"]) for s in all)


def blocks(all):
    return "".join(block(b) for b in all)


def block(b):
    match b["kind"]:
        case "paragraph":
            return f"<p>{spans(b['text'])}</p>"
        case "callout":
            return f"<aside><b>{escape(b['label'])}</b>{spans(b['text'])}</aside>"
        case "list":
            tag = "ol" if b["ordered"] else "ul"
            return f"<{tag}>" + "".join(f"<li>{spans(i)}</li>" for i in b["items"]) + f"</{tag}>"
        case "table":
            head, *rows = b["rows"]
            return ("<table><tr>" + "".join(f"<th>{spans(c)}</th>" for c in head) + "</tr>" + "".join(
                "<tr>" + "".join(f"<td>{spans(c)}</td>" for c in row) + "</tr>" for row in rows) + "</table>")
