#include "govuk/textarea.h"

namespace govuk {

Html& operator<<(Html& out, const Textarea& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    open_form_group(out, options.form_group, options.error_message.given());
    write_label(out, options.label, id);
    const std::string described_by =
        write_hint_and_error(out, options.hint, options.error_message, id, options.described_by);
    write_line(out, options.form_group.before, 2);
    out << "  <textarea class=\"govuk-textarea"
        << when(options.error_message.given(), " govuk-textarea--error") << more(options.classes)
        << "\" id=\"" << id << "\" name=\"" << options.name << "\" rows=\"" << options.rows << "\"";
    if (options.spellcheck) {
        out << " spellcheck=\"" << true_or_false(*options.spellcheck) << "\"";
    }
    out << when(options.disabled, " disabled") << attribute_if("aria-describedby", described_by)
        << attribute_if("autocomplete", options.autocomplete) << options.attributes << ">"
        << options.value << "</textarea>\n";
    write_line(out, options.form_group.after, 2);
    return out << "</div>";
}

}  // namespace govuk
