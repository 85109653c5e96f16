"""The form of an act on a report, under the tab of the agencies."""

from functools import partial

from reviews.views.answers import form_page as any_form_page

form_page = partial(any_form_page, tab="Agencies")
