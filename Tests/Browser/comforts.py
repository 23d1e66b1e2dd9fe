"""What readers may have set for themselves, and what is measured of a page as they then see it."""

from __future__ import annotations

import json

from playwright.sync_api import Page

# Words that the style sheet knows; `comfort.js` keeps those a reader chose under the name “comfort”.
SETTINGS = ["", "large", "largest", "elder", "elder large", "elder largest"]


def setting(page: Page, words: str) -> None:
    """The reader chose these words on an earlier visit: they are on the device before any page is opened."""
    page.add_init_script(f"try {{ localStorage.setItem('comfort', {json.dumps(words)}); }} catch (e) {{}}")


# Every visible text with the ratio of its colour to what is behind it (WCAG 2.2, “contrast ratio”), its size and its leading.
TEXTS = r"""() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgba = colour => {
        const numbers = colour.match(/^rgba?\(([^)]*)\)$/);
        if (numbers) { const parts = numbers[1].split(/[ ,/]+/).map(Number); return [...parts.slice(0, 3), parts[3] ?? 1]; }
        canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((one, index) => one * a + below[index] * (1 - a));
    const luminance = colour => {
        const [r, g, b] = colour.map(one => (one /= 255) <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const sheet = document.createElement('div');
    sheet.style.backgroundColor = 'Canvas'; document.body.append(sheet);
    const canvasColour = rgba(getComputedStyle(sheet).backgroundColor).slice(0, 3); sheet.remove();
    const behind = element => {
        const layers = [];
        for (let box = element; box; box = box.parentElement) {
            const colour = rgba(getComputedStyle(box).backgroundColor);
            if (colour[3] > 0) layers.push(colour);
            if (colour[3] === 1) break;
        }
        return layers.reverse().reduce((below, layer) => over(layer, below), canvasColour);
    };
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const element = node.parentElement, text = node.data.trim();
        if (!text || element.closest('script, style, .sr-only, select') || !element.checkVisibility({visibilityProperty: true})) continue;
        const range = document.createRange(); range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (!box.width || box.right <= 0) continue;
        const style = getComputedStyle(element), background = behind(element);
        const [one, two] = [luminance(over(rgba(style.color), background)), luminance(background)].sort((a, b) => b - a);
        const block = element.closest('p, li, h1, h2, h3, h4, dt, dd, td, th, label, div, button, a') || element;
        texts.push({
            text: text.slice(0, 30), name: element.tagName.toLowerCase() + '.' + element.className,
            ratio: (one + .05) / (two + .05), size: parseFloat(style.fontSize) * (element.getScreenCTM ? element.getScreenCTM().a : 1), isProse: !!element.closest('main .text'),
            lines: Math.round(range.getClientRects().length), leading: parseFloat(getComputedStyle(block).lineHeight) / parseFloat(getComputedStyle(block).fontSize),
        });
    }
    return texts;
}"""


def texts(page: Page) -> list[dict]:
    """Every visible text of a page: `ratio`, `size` in px, `leading` as a multiple of its size, and where it stands."""
    return page.evaluate(TEXTS)
