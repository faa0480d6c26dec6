#pragma once
// Fields as our forms ask them: each takes the Form, so that what was typed and what is wrong with
// it are shown without the page doing anything. The name of a field is its id too, so the summary
// of errors finds it. For everything else there are the components of govuk themselves.

#include <string>
#include <vector>

#include "govuk/html.h"
#include "web/form.h"

namespace web {

using govuk::Html;

struct TextField {
    std::string name;
    std::string label;
    std::string hint = {};
    std::string classes = {};  // "govuk-input--width-10"
    std::string autocomplete = {};
    std::string inputmode = {};
    std::string prefix = {};
    std::string suffix = {};
    bool is_page_heading = false;  // the label is the h1 of the page
};
Html text_field(const Form& form, const TextField& field);
// A sum of money, with £ in front.
Html money_field(const Form& form, TextField field);
// Several lines of text; `length_max` is said under the field.
Html area_field(const Form& form, const TextField& field, int length_max, int rows = 5);

struct Choice {
    std::string value;
    std::string text;
    std::string hint = {};
    Html conditional = {};  // shown while this one is chosen
};

struct ChoiceField {
    std::string name;
    std::string legend;
    std::string hint = {};
    std::vector<Choice> choices;
    bool is_page_heading = false;
    bool is_inline = false;  // for yes and no
};
// One of a few.
Html radios_field(const Form& form, const ChoiceField& field);
// Any of a few; Form::values gives those ticked.
Html checkboxes_field(const Form& form, const ChoiceField& field);
// One of many; `hint` and the hints of the choices stand above.
Html select_field(const Form& form, const ChoiceField& field);

struct DateField {
    std::string name;
    std::string legend;
    std::string hint = "For example, 27 3 2006";
    bool is_page_heading = false;
    bool is_birthday = false;
};
// Three boxes, read by Form::date.
Html date_field(const Form& form, const DateField& field);

// A file to send; the form must be opened with form_open_upload.
Html upload_field(const Form& form, const TextField& field);

// A hidden value that is sent along.
Html hidden_field(std::string_view name, std::string_view value);

// The main button of a form; a quick second click is ignored here and harmless on the server.
Html submit_button(std::string text);

}  // namespace web
