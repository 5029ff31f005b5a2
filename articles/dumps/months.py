"""The names of months and weekdays that news prints, in lower case."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero ene januar jänner januari gennaio gen"
            " janeiro января январь يناير",
            "february feb februar februari février fevrier févr febrero febbraio"
            " fevereiro fev февраля февраль فبراير",
            "march mar mars marzo märz maart março марта март مارس",
            "april apr avril avr abril abr aprile апреля апрель أبريل ابريل",
            "may mai mayo mei maj maggio mag maio мая май مايو",
            "june jun juin junio juni giugno giu junho июня июнь يونيو",
            "july jul juillet juil julio juli luglio lug julho июля июль يوليو",
            "august aug août aout agosto ago augustus augusti августа август أغسطس"
            " اغسطس",
            "september sep sept septembre septiembre settembre set setembro сентября"
            " сентябрь سبتمبر",
            "october oct octobre octubre oktober okt ottobre ott outubro out октября"
            " октябрь أكتوبر اكتوبر",
            "november nov novembre noviembre novembro ноября ноябрь نوفمبر",
            "december dec décembre decembre déc diciembre dic dezember dez dicembre"
            " dezembro декабря декабрь ديسمبر",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = frozenset(
    name
    for names in (
        "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri",
        "saturday sat sunday sun",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
        "mo di mi do fr sa so",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    )
    for name in names.split()
)
