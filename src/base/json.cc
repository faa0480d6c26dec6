#include "base/json.h"

#include <set>

namespace base {

namespace {

constexpr std::size_t depth_max = 64;

// Walks the raw text beside the library's parse, only to find a key given twice in one object: the
// library keeps the last of them silently, and a sum given twice must be refused.
class DuplicateFinder {
public:
    explicit DuplicateFinder(std::string_view text) : text_(text) {}

    Outcome find() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                const std::string key = read_string();
                if (expects_key_ && !open_.empty()) {
                    if (!open_.back().insert(key).second) {
                        return Error{"json.duplicate_key",
                                     "The name \"" + key + "\" stands twice in one object.",
                                     "character " + std::to_string(at_ + 1)};
                    }
                    expects_key_ = false;
                }
            } else if (c == '{') {
                open_.emplace_back();
                is_object_.push_back(true);
                expects_key_ = true;
            } else if (c == '[') {
                is_object_.push_back(false);
                expects_key_ = false;
            } else if (c == '}' || c == ']') {
                if (is_object_.back()) {
                    open_.pop_back();
                }
                is_object_.pop_back();
                expects_key_ = false;
            } else if (c == ',') {
                expects_key_ = !is_object_.empty() && is_object_.back();
            }
        }
        return Done{};
    }

private:
    std::string read_string() {
        const std::size_t from = at_;
        for (++at_; text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            }
        }
        // Decoded, so that "\u0061" and "a" are the same key.
        boost::json::error_code failed;
        const json::value key =
            json::parse(json::string_view(text_.data() + from, at_ - from + 1), failed);
        return std::string(key.as_string());
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool expects_key_ = false;
    std::vector<bool> is_object_;
    std::vector<std::set<std::string>> open_;
};

void print(std::string& out, const json::value& value, std::size_t indent) {
    const std::string inner(indent + 2, ' ');
    if (const json::object* object = value.if_object(); object != nullptr && !object->empty()) {
        out += "{\n";
        for (std::size_t i = 0; const auto& member : *object) {
            out += inner + json::serialize(json::string(member.key())) + ": ";
            print(out, member.value(), indent + 2);
            out += ++i < object->size() ? ",\n" : "\n";
        }
        out += std::string(indent, ' ') + "}";
    } else if (const json::array* array = value.if_array(); array != nullptr && !array->empty()) {
        out += "[\n";
        for (std::size_t i = 0; i < array->size(); ++i) {
            out += inner;
            print(out, (*array)[i], indent + 2);
            out += i + 1 < array->size() ? ",\n" : "\n";
        }
        out += std::string(indent, ' ') + "]";
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
    boost::json::error_code failed;
    json::stream_parser parser({}, json::parse_options{depth_max, false, false, false});
    const std::size_t read = parser.write_some(text.data(), text.size(), failed);
    const std::string place = "character " + std::to_string(read + 1);
    if (!failed && read < text.size() &&
        text.substr(read).find_first_not_of(" \t\r\n") != std::string_view::npos) {
        return Error{"json.malformed", "There is more text after the end of the JSON.", place};
    }
    if (!failed) {
        parser.finish(failed);
    }
    if (failed == json::error::too_deep) {
        return Error{"json.too_deep", "The JSON is nested more than 64 levels deep.", place};
    }
    if (failed) {
        return Error{"json.malformed", "This is not well-formed JSON: " + failed.message() + ".",
                     place};
    }
    json::value value = parser.release();
    TRY_DONE(DuplicateFinder(text).find());
    return value;
}

std::string pretty_json(const json::value& value) {
    std::string out;
    print(out, value, 0);
    return out + "\n";
}

Result<std::string> text_member(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr) {
        return Error{"json.missing", "The member \"" + std::string(name) + "\" is missing."};
    }
    if (!value->is_string()) {
        return Error{"json.not_text", "The member \"" + std::string(name) + "\" must be a text."};
    }
    return std::string(value->as_string());
}

}  // namespace base
