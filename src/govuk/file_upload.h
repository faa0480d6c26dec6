#pragma once
// A file to send. With `javascript` the script turns it into a place to drop files on.

#include <string>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"
#include "govuk/translations.h"

namespace govuk {

struct FileUpload {
    std::string id = {};
    std::string name = {};
    bool disabled = false;
    bool multiple = false;
    std::string described_by = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    bool javascript = false;
    std::string classes = {};
    Attributes attributes = {};
    std::string wrapper_classes = {};
    Attributes wrapper_attributes = {};
    std::string choose_files_button_text = {};
    std::string no_file_chosen_text = {};
    PluralTexts multiple_files_chosen_text = {};
    std::string drop_instruction_text = {};
    std::string entered_drop_zone_text = {};
    std::string left_drop_zone_text = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const FileUpload& options);
// Makes a field.
inline Html file_upload(const FileUpload& options) {
    return Html() << options;
}

}  // namespace govuk
