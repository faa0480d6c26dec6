#include "govuk/attributes.h"

namespace govuk {

Html& operator<<(Html& out, const Attributes& attributes) {
    for (const Attribute& attribute : attributes.list()) {
        out << " " << attribute.name;
        if (attribute.value) {
            out << "=\"" << *attribute.value << "\"";
        }
    }
    return out;
}

Html& operator<<(Html& out, const AttributeIf& attribute) {
    if (!attribute.value.empty()) {
        out << " " << attribute.name << "=\"" << attribute.value << "\"";
    }
    return out;
}

Html& operator<<(Html& out, MoreClasses more) {
    if (!more.classes.empty()) {
        out << " " << more.classes;
    }
    return out;
}

std::string join_words(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) {
        return first + second;
    }
    return first + " " + second;
}

}  // namespace govuk
