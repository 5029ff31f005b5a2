"""Lines that begin with a label, such as "Date: 12 May 2015", in many languages."""

from __future__ import annotations

import re
from typing import Final

from articles.dumps.headers import Field
from articles.dumps.pages import collapse

EXTRA: Final = "extra"
BODY: Final = "body"
OUTLET: Final = "outlet"  # the source where no other line says it
TIME: Final = "time"  # of the day that is printed apart
_NAMES: Final = {
    "headline": (
        "title, headline, head, heading, article title, subject",
        "titel, überschrift, schlagzeile, betreff",
        "titre, gros titre, titre de l'article, título, titulo, titular, encabezado",
        "titolo, kop, rubrik title, заголовок, название, 标题, 標題, 題名",
        "タイトル, 見出し, 제목, العنوان",
    ),
    "print_headline": ("newspaper headline, print headline, headline in print",),
    "byline": (
        "author, authors, by, byline, writer, writers, reporter, written by",
        "journalist, author(s), creator",
        "autor, autorin, autoren, verfasser, von, journalistin",
        "auteur, auteurs, auteure, par, autora, autores, por, redactor, firma",
        "autore, autori, автор, авторы, 作者, 记者, 記者, 著者, 筆者, 기자, 저자",
        "الكاتب",
    ),
    "source": (
        "source, quelle, fuente, sources, quellen, fuentes, fonte, bron",
        "источник, 来源, 來源, 出典, 출처, المصدر",
    ),
    OUTLET: (
        "publication, newspaper, paper, publisher, agency, news agency, outlet",
        "publication title, publication name, news source, site, website, medium",
        "zeitung, agentur, nachrichtenagentur, verlag, publikation",
        "journal, agence, média, éditeur, periódico, diario, agencia, medio, giornale",
        "издание, газета, 报纸, 媒体, 新聞, 언론사, الصحيفة",
    ),
    "published": (
        "date, published, published on, published at, publication date, pubdate",
        "pub date, publish date, published date, date published, date of publication",
        "posted, posted on, issued, dated, datetime, date time, article date",
        "datum, veröffentlicht, veröffentlicht am, veröffentlichungsdatum",
        "erschienen, erschienen am, erscheinungsdatum, publiziert",
        "publié, publié le, date de publication, parution, date de parution, paru le",
        "fecha, publicado, publicado el, publicada, fecha de publicación",
        "data, pubblicato, pubblicato il, publicado em, data de publicação",
        "дата, опубликовано, 日期, 发布时间, 發布時間, 时间, 日付, 公開日, 날짜",
        "입력, التاريخ",
    ),
    TIME: ("time, uhrzeit, zeit, heure, hora, ora, время, 時刻, 시간",),
    "updated": (
        "updated, last updated, updated on, modified, last modified, date modified",
        "aktualisiert, aktualisiert am, geändert, zuletzt aktualisiert, stand",
        "mis à jour, mis à jour le, mise à jour, modifié, modifié le",
        "actualizado, actualizado el, actualización, última actualización, modificado",
        "aggiornato, обновлено, 更新, 更新时间, 更新日, 수정",
    ),
    "sections": (
        "section, sections, category, categories, desk, rubric, posted in, filed under",
        "ressort, rubrik, kategorie, kategorien, sparte",
        "rubrique, catégorie, catégories, sección, secciones, categoría, categorías",
        "sezione, categoria, seção, рубрика, раздел, 栏目, 版块, カテゴリ, 분야, القسم",
    ),
    "url": (
        "url, link, web address, permalink, uri, source url, article url, href",
        "webadresse, adresse, lien, enlace, dirección, ссылка, 链接, 链接地址, 링크",
    ),
    "language": (
        "language, lang, sprache, langue, idioma, lingua, язык, 语言, 言語, 언어",
        "اللغة",
    ),
    BODY: (
        "body, text, content, article, story, full text, fulltext, article text",
        "article body, main text, body text, article content",
        "inhalt, artikel, artikeltext, volltext, haupttext",
        "texte, contenu, corps, corps du texte, texte intégral",
        "texto, cuerpo, contenido, artículo, texto completo, testo, contenuto",
        "текст, содержание, 正文, 内容, 本文, 본문, 내용, النص",
    ),
}
_LABELS: Final = {
    label: name
    for name, rows in _NAMES.items()
    for row in rows
    for label in row.split(", ")
}
_LINE: Final = re.compile(
    r"(?:[-*•]\s+|#+\s+)?(?:\*\*|__)?"
    r"(?P<label>[^\W\d_][^:\uff1a=\t]{0,39}?)\s{0,4}(?:\*\*|__)?"
    r"\s{0,4}(?P<mark>[:\uff1a]|[=\t])\s*(?:\*\*|__)?\s*(?P<value>.*)"
)
_JOINTS: Final = re.compile(r"[-_/]|(?<=[a-z])(?=[A-Z])")  # of words in a label
_MAX_UNKNOWN_WORDS: Final = 3
_MAX_UNKNOWN_VALUE: Final = 160  # characters


def read_label(text: str) -> Field | None:
    """Read a line that begins with a label; a label not known is "extra".

    >>> read_label("**Veröffentlicht am:** 12. Mai 2015")
    Field(name='published', label='Veröffentlicht am', value='12. Mai 2015')
    >>> read_label("http://gazette.example/") is None
    True
    """
    match = _LINE.match(text)
    if match is None or match["value"].startswith("//"):
        return None
    label, value = match["label"], match["value"].strip()
    name = _LABELS.get(collapse(_JOINTS.sub(" ", label)).lower(), EXTRA)
    if name == EXTRA and not (match["mark"] in ":\uff1a" and _may_be(label, value)):
        return None
    return Field(name, collapse(label), value)


def _may_be(label: str, value: str) -> bool:
    """Say whether a label that nobody knows reads like one, not like a sentence."""
    return (
        len(label.split()) <= _MAX_UNKNOWN_WORDS
        and len(value) <= _MAX_UNKNOWN_VALUE
        and not value.endswith((".", "!", "?", "。"))
    )
