"""The names by which tables, JSON and feeds call the fields of an article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# In a row the earlier name is the better one, where a record has several of them.
_SPELLINGS: Final = {
    "headline": (
        "headline title heading webtitle mainheadline headlinetext titletext hl"
        " head header titel titre titulo título titolo überschrift schlagzeile"
        " заголовок название 标题 標題 タイトル 見出し 제목 العنوان عنوان name"
    ),
    "print_headline": (
        "printheadline newspaperheadline printtitle headlineprint headlineinprint"
        " printedheadline newspapertitle"
    ),
    "body": (
        "body articlebody bodytext fulltext maintext text content contents paragraphs"
        " bodyhtml htmlbody contenthtml contenttext textcontent contentencoded html"
        " fullcontent plaintext rawtext cleantext cleanedtext articletext"
        " articlecontent storytext textbody blocks story article txt encoded texto"
        " texte testo tekst cuerpo corps corpo contenu contenido conteúdo"
        " contenuto inhalt volltext"
        " текст содержание 正文 内容 內容 文章 本文 記事 본문 내용 النص المحتوى نص"
    ),
    "summary": (
        "summary description abstract lead leadparagraph lede teaser excerpt snippet"
        " standfirst shortdescription metadescription trailtext intro trail resumen"
        " résumé zusammenfassung аннотация описание 摘要 概要 요약 ملخص"
    ),
    "source": (
        "sourcename publishername newspapername publicationname sitename sourcetitle"
        " source publisher newspaper publication newssource newsagency agency outlet"
        " provider medium media journal paper site website sourceid quelle zeitung"
        " fuente periódico fonte jornal giornale journalname источник издание 来源 來源"
        " 媒体 報社 新聞社 출처 언론사 المصدر مصدر"
    ),
    "published": (
        "datepublished publishedat publisheddate publishdate publicationdate pubdate"
        " dateofpublication webpublicationdate firstpublicationdate firstpublishedat"
        " firstpublished publishedon publishedtime publishtime publicationtime"
        " timepublished publishedtimestamp publishat pubtime releasedate published"
        " dateposted posteddate postedat postedon posted issued dateissued issuedate"
        " printdate displaydate datetime dates date pubtimestamp timestamp"
        " datetimestamp dategmt created createdat createdon datecreated creationdate"
        " createddate createdutc datum data veröffentlicht erscheinungsdatum fecha"
        " дата 日期 发布时间 發布時間 时间 時間 公開日 配信日 日付 날짜 작성일 التاريخ"
        " تاريخ"
    ),
    "updated": (
        "datemodified modifiedat modifieddate lastmodified lastmodifieddate dateupdated"
        " updatedat updateddate updatedon lastupdated lastupdatedat lastupdate"
        " updatetime updatedtime modifiedtime modificationdate updated modified revised"
        " lastmodification editedat aktualisiert обновлено 更新时间 更新時間 更新日"
        " 수정일"
    ),
    "sections": (
        "sectionname sections section sectiontitle categoryname categories category"
        " articlesection newsdesk desk ressort rubric rubrics rubrique sección seccion"
        " sezione seção secao kategorie categoría categoria catégorie раздел рубрика"
        " категория 栏目 欄目 分类 分類 版块 カテゴリ カテゴリー 섹션 분류 القسم الفئة"
    ),
    "tags": "tags tag topics topic themes",
    "url": (
        "url canonicalurl canonical permalink articleurl weburl pageurl sourceurl"
        " originalurl shareurl shorturl link links href webaddress address uri guid id"
        " mainentityofpage enlace lien ссылка 链接 網址 网址 링크 الرابط رابط"
    ),
    "byline": (
        "byline bylines authorname authornames author authors creator creators"
        " writer writers writtenby reporter reporters correspondent journalist by"
        " autor autores autoren autore autori auteur auteurs verfasser автор авторы"
        " 作者 记者 記者 執筆者 著者 기자 작성자 الكاتب كاتب"
    ),
    "language": (
        "language lang inlanguage languagecode langcode locale sprache langue idioma"
        " lingua язык 语言 語言 言語 언어 اللغة"
    ),
    "clock": "time hour pubhour clock uhrzeit hora heure время",
    "year": "year yyyy jahr año ano année год 年",
    "day": "day dd jour día dia giorno день",
    "month": "month mm monat mes mês mois месяц 月",
}
_FIELDS: Final = {
    spelling: (field, rank)
    for field, spellings in _SPELLINGS.items()
    for rank, spelling in enumerate(spellings.split())
}
_PREFIX: Final = re.compile(
    "(?:article|news|story|document|doc|post|item|record|og|dc)"
)
_SIGNS: Final = re.compile(r"[\W_]+")
_LONGEST: Final = 40  # characters of a name


@lru_cache(maxsize=4096)
def find_field(name: str) -> tuple[str, int] | None:
    """Return the field that a name stands for and its rank among its names, or None.

    >>> find_field("Date-Published"), find_field("news_title"), find_field("colour")
    (('published', 0), ('headline', 1), None)
    """
    if len(name) > _LONGEST:
        return None
    folded = _SIGNS.sub("", name).lower()
    found = _FIELDS.get(folded)
    if found is None:
        prefix = _PREFIX.match(folded)
        found = _FIELDS.get(folded[prefix.end() :]) if prefix else None
    return found


def fields_of(names: Iterable[str]) -> set[str]:
    """Return the fields that names stand for; "name" alone is no headline.

    >>> sorted(fields_of(["title", "text", "colour"])), fields_of(["name"])
    (['body', 'headline'], set())
    """
    found = (find_field(name) for name in names if name.lower() != "name")
    return {field[0] for field in found if field}
