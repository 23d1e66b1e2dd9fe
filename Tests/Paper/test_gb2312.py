"""Every character of GB 2312-80 comes out of the printer as the font draws it.

The characters are set by our own writer in both faces and rasterised by poppler. Each raster must be nearest to
FreeType's own raster of the same character in the project's font, among those of all 6,763: whoever confuses 己 with 已
is found out.
"""

import subprocess

import freetype
import numpy as np
import pytest
from conftest import FONTS, make_samples
from PIL import Image

FACES = ["NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf"]
# As `SampleFiles` sets them: a cell of 30 points, 24 points high, and two pixels to a point.
ROW, SCALE, CELL, SIZE = 30, 2, 60, 48


def gb2312():
    """The 6,763 characters of rows 16 to 87."""
    cells = [bytes([0xA0 + row, 0xA0 + cell]) for row in range(16, 88) for cell in range(1, 95)]
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


def drawn_by_font(characters, name):
    """FreeType's rasters, one row of darkness for each character."""
    face = freetype.Face(str(FONTS / name))
    face.set_pixel_sizes(0, SIZE)
    rasters = np.zeros((len(characters), CELL, CELL), np.float32)
    for raster, character in zip(rasters, characters):
        assert face.get_char_index(character), f"the font has no {character}"
        face.load_char(character, freetype.FT_LOAD_NO_HINTING | freetype.FT_LOAD_RENDER)
        bitmap = face.glyph.bitmap
        pixels = np.array(bitmap.buffer, np.float32).reshape(bitmap.rows, bitmap.pitch)[:, : bitmap.width]
        top, left = 24 * SCALE - face.glyph.bitmap_top, 3 * SCALE + face.glyph.bitmap_left
        raster[top : top + bitmap.rows, left : left + bitmap.width] = pixels / 255
    return rasters.reshape(len(characters), -1)


def drawn_by_poppler(pdf, count, folder):
    """Poppler's rasters of both faces, in the same form."""
    subprocess.run(["pdftoppm", "-r", str(72 * SCALE), "-gray", pdf, folder / "page"], check=True)
    pages = [1 - np.asarray(Image.open(page), np.float32) / 255 for page in sorted(folder.glob("page-*.pgm"))]
    cells = []
    for page in pages:
        rows = page.reshape(ROW, CELL, ROW, CELL).swapaxes(1, 2)
        cells.append(rows.reshape(ROW * ROW, -1))
    pages_of_face = -(-count // (ROW * ROW))
    assert len(pages) == 2 * pages_of_face
    return [np.concatenate(cells[face * pages_of_face :][:pages_of_face])[:count] for face in range(2)]


def distances(drawn, wanted):
    """Between every raster of one list and every one of the other: the share of ink that is not in the same place,
    0 for the same and about 2 for two that have nothing in common."""
    squares = (drawn**2).sum(1)[:, None] + (wanted**2).sum(1)[None, :] - 2 * drawn @ wanted.T
    return squares / np.maximum((wanted**2).sum(1), 1)[None, :]


def print_and_compare(characters, folder):
    """Sets characters and says for both faces which one each raster is nearest to, and at what distance from its own."""
    (folder / "characters.txt").write_text(characters, encoding="utf-8")
    make_samples(folder, "allCharacters", PDF_CHARACTERS=str(folder / "characters.txt"))
    drawn = drawn_by_poppler(folder / "characters.pdf", len(characters), folder)
    results = []
    for rasters, name in zip(drawn, FACES):
        between = distances(rasters, drawn_by_font(gb2312(), name))
        results.append((between.argmin(1), between))
    return results


@pytest.fixture(scope="module")
def closest_pairs():
    """The pairs of characters that look most alike in each face, and how far apart they are."""
    pairs = []
    for name in FACES:
        wanted = drawn_by_font(gb2312(), name)
        between = distances(wanted, wanted)
        np.fill_diagonal(between, np.inf)
        first, second = np.unravel_index(between.argmin(), between.shape)
        pairs.append((int(first), int(second), float(between[first, second])))
    return pairs


def test_no_character_is_drawn_as_another(tmp_path, closest_pairs):
    characters = gb2312()
    assert len(characters) == 6763
    for (nearest, between), name, pair in zip(print_and_compare(characters, tmp_path), FACES, closest_pairs):
        wrong = [characters[i] for i in np.flatnonzero(nearest != np.arange(len(characters)))]
        own = between.diagonal()
        print(f"{name}: largest distance {own.max():.4f}, closest pair {characters[pair[0]]}{characters[pair[1]]} {pair[2]:.4f}")
        assert not wrong, f"{name}: {''.join(wrong)}"
        # Nearer to its own picture than a third of what lies between the two most similar characters.
        assert own.max() < pair[2] / 3


def test_a_swapped_character_is_found(tmp_path, closest_pairs):
    characters = list(gb2312())
    first, second, _ = closest_pairs[0]
    characters[first], characters[second] = characters[second], characters[first]
    for nearest, _ in print_and_compare("".join(characters), tmp_path):
        assert list(np.flatnonzero(nearest != np.arange(len(characters)))) == sorted([first, second])
