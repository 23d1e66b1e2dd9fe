"""The lessons as the text of a tri-fold: the same for every program that is compared."""
import csv, json, pathlib, re

import segno
import yaml


def lessons(content, strings, colours):
    """Every lesson in every language, as a dictionary that is good for JSON."""
    content = pathlib.Path(content)
    site = yaml.safe_load((content / "site.yaml").read_text())
    facts = yaml.safe_load((content / "facts.yaml").read_text())
    accents = yaml.safe_load(pathlib.Path(colours).read_text())["accents"]
    found = []
    for folder in sorted((content / "lessons").iterdir()):
        head = yaml.safe_load((folder / "zh.md").read_text().split("---\n")[1])
        for language in "zh", "en":
            words = yaml.safe_load((pathlib.Path(strings) / f"{language}.yaml").read_text())
            found.append(leaflet(folder.name, (folder / f"{language}.md").read_text(), head, language,
                                 site, facts, accents, words))
    return found


def leaflet(slug, source, head, language, site, facts, accents, words):
    _, front, text = source.split("---\n", 2)
    front = yaml.safe_load(front)
    topic = site["topics"][head["topic"]]
    text = re.sub(r"\{\{([\w-]+)\}\}", lambda name: str(facts[name[1]][language]), text)
    sections = [s.split("\n", 1) for s in re.split(r"^## ", text, flags=re.M)[1:]]
    bodies = [{"heading": spans(h), "blocks": blocks(b, words)} for h, b in sections[:-2]]
    address = site["baseURL"] + f"{language}/lessons/{slug}.html"
    colon = words["label_colon"]
    return {
        "slug": slug, "language": language, "title": front["title"], "summary": front["summary"],
        "topic": topic[language]["name"], "picture": "content/" + topic["picture"]["file"],
        "alt": topic["picture"][language], "accent": accents[topic["accent"]]["accent"][0],
        "tint": accents[topic["accent"]]["tint"][0],
        "site": site["title"][language], "organiser": site["organiser"][language], "by": words["organised_by"],
        "story": [{"kind": "paragraph", "text": [{"text": sections[0][0], "strong": True}]}] + bodies[0]["blocks"],
        "body": bodies[1:],
        "slogan": "".join(s["text"] for s in spans(sections[-2][1].strip().split("\n\n")[0])),
        "remember": words["print_remember"], "numbers": words["leaflet_hotlines"],
        "hotlines": [{"number": str(facts[id][language]), "name": facts[id]["name"][language],
                      "purpose": facts[id]["purpose"][language]} for id in site["hotlines"]],
        "scan": words["print_scan_lesson"], "code": code(address),
        "edition-code": code(site["baseURL"] + f"{language}/editions/G3GX3F.html"),
        "sources": words["sources"] + colon + ", ".join(head.get("sources") or []),
        "edition": f"{words['print_edition']}{colon}G3GX3F · 2026-11-21 · {words['expires_label']}{colon}"
                   f"{head.get('expires', '')} {words['print_scan_edition']}",
    }


def code(address):
    return segno.make(address, error="m").svg_inline(scale=1, border=0).replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def spans(text):
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text.replace("\n", " "))
    return [{"text": part, "strong": odd % 2 == 1} for odd, part in enumerate(text.split("**")) if part]


def blocks(text, words):
    found = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = part.split("\n")
        if callout := re.match(r"> \[!(\w+)\]", part):
            if callout[1] == "TEACHER":
                continue
            found.append({"kind": "callout", "label": words["callout_" + callout[1].lower()],
                          "text": spans(" ".join(line.lstrip("> ") for line in lines[1:]))})
        elif re.match(r"(- |\d+\. )", part):
            items = re.split(r"^(?:- |\d+\. )", part, flags=re.M)[1:]
            found.append({"kind": "list", "ordered": part[0] != "-", "items": [spans(i.strip()) for i in items]})
        elif part.startswith("|"):
            rows = [[spans(cell.strip()) for cell in line.strip("|").split("|")] for line in lines]
            found.append({"kind": "table", "rows": [rows[0]] + rows[2:]})
        else:
            found.append({"kind": "paragraph", "text": spans(part)})
    return found
