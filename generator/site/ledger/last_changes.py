"""On which day a page last changed, as far as the ledger knows: those of consultations and of their meetings."""

from generator.site import addresses
from generator.site.ledger.comparison import Comparison


def last_changes(comparison: Comparison) -> dict[str, str]:
    """Return by address the ISO day of the publication that last changed a page.

    A consultation that is not yet published as it is has none, and neither has its meeting.
    """
    if comparison.ledger is None:
        return {}
    before, now = comparison.before, comparison.now
    days = {
        number: before.changed[number]
        for number, digested in now.consultations.items()
        if before.consultations.get(number) == digested
    }
    of_consultations = {addresses.consultation(number): day.isoformat() for number, day in days.items()}
    of_meetings = {}
    for meeting in comparison.archive.meetings:
        numbers = [record.number for record in comparison.archive.at_meeting(meeting)]
        if all(number in days for number in numbers):
            of_meetings[addresses.meeting(meeting)] = max(days[number] for number in numbers).isoformat()
    return of_consultations | of_meetings
