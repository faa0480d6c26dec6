#pragma once
// The functions behind render_component, one for each component: JSON options in, Html out. They
// stand in three files by what the component is for: fields of forms, words on a page, ways through
// the pages. Only render_component.cc calls them.

#include "govuk/html.h"
#include "govuk/options.h"
#include "govuk/render_component.h"

namespace govuk::renderers {

using Renderer = Html (*)(const Options& options, const Artwork& artwork);

// Fields of forms.
Html button(const Options& options, const Artwork& artwork);
Html character_count(const Options& options, const Artwork& artwork);
Html checkboxes(const Options& options, const Artwork& artwork);
Html date_input(const Options& options, const Artwork& artwork);
Html error_message(const Options& options, const Artwork& artwork);
Html error_summary(const Options& options, const Artwork& artwork);
Html fieldset(const Options& options, const Artwork& artwork);
Html file_upload(const Options& options, const Artwork& artwork);
Html hint(const Options& options, const Artwork& artwork);
Html input(const Options& options, const Artwork& artwork);
Html label(const Options& options, const Artwork& artwork);
Html password_input(const Options& options, const Artwork& artwork);
Html radios(const Options& options, const Artwork& artwork);
Html select(const Options& options, const Artwork& artwork);
Html textarea(const Options& options, const Artwork& artwork);

// Words on a page.
Html accordion(const Options& options, const Artwork& artwork);
Html cookie_banner(const Options& options, const Artwork& artwork);
Html details(const Options& options, const Artwork& artwork);
Html feedback(const Options& options, const Artwork& artwork);
Html inset_text(const Options& options, const Artwork& artwork);
Html notification_banner(const Options& options, const Artwork& artwork);
Html panel(const Options& options, const Artwork& artwork);
Html phase_banner(const Options& options, const Artwork& artwork);
Html summary_list(const Options& options, const Artwork& artwork);
Html table(const Options& options, const Artwork& artwork);
Html tabs(const Options& options, const Artwork& artwork);
Html tag(const Options& options, const Artwork& artwork);
Html task_list(const Options& options, const Artwork& artwork);
Html warning_text(const Options& options, const Artwork& artwork);

// Ways through the pages.
Html back_link(const Options& options, const Artwork& artwork);
Html breadcrumbs(const Options& options, const Artwork& artwork);
Html exit_this_page(const Options& options, const Artwork& artwork);
Html footer(const Options& options, const Artwork& artwork);
Html generic_header(const Options& options, const Artwork& artwork);
Html header(const Options& options, const Artwork& artwork);
Html language_navigation(const Options& options, const Artwork& artwork);
Html pagination(const Options& options, const Artwork& artwork);
Html service_navigation(const Options& options, const Artwork& artwork);
Html skip_link(const Options& options, const Artwork& artwork);

}  // namespace govuk::renderers
