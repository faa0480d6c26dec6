#include "policy/signed_file.h"

#include <sodium.h>

#include "base/json.h"
#include "base/text.h"
#include "policy/signing.h"

namespace policy {

namespace {

constexpr std::size_t bytes_max = 8UL * 1024 * 1024;
constexpr std::size_t files_max = 200;

json::string text(std::string_view view) {
    return json::string(view.data(), view.size());
}

std::string base64(const std::string& bytes) {
    std::string made(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(made.data(), made.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    made.pop_back();  // the nought at its end
    return made;
}

std::optional<std::string> from_base64(const std::string& text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

json::object to_json(const Files& files) {
    json::object made;
    for (const auto& [name, bytes] : files) {
        if (base::is_utf8(bytes)) {
            made[name] = text(bytes);
        } else {
            made[name] = json::object{{"base64", text(base64(bytes))}};
        }
    }
    return made;
}

Error not_whole(std::string what) {
    return Error{"signed_file.not_whole", "This is no whole signed file: " + std::move(what)};
}

Result<Files> files_of(const json::value& value) {
    const json::object* members = value.if_object();
    if (members == nullptr || members->size() > files_max) {
        return not_whole("the files of the rules are not there as names and contents.");
    }
    Files files;
    for (const auto& member : *members) {
        std::string name(member.key());
        if (const json::string* plain = member.value().if_string()) {
            files.emplace(std::move(name), std::string(*plain));
            continue;
        }
        const json::object* coded = member.value().if_object();
        if (coded == nullptr || coded->size() != 1) {
            return not_whole("the file " + name + " of the rules has no content.");
        }
        TRY(const std::string inner, base::text_member(*coded, "base64"));
        std::optional<std::string> bytes = from_base64(inner);
        if (!bytes) {
            return not_whole("the file " + name + " of the rules is not base64.");
        }
        files.emplace(std::move(name), std::move(*bytes));
    }
    return files;
}

}  // namespace

std::string signed_bytes(std::string_view key, std::string_view payload) {
    return std::string(signed_file_format) + "\n" + std::string(key) + "\n" + std::string(payload);
}

bool is_signed(const SignedFile& file) {
    return is_signed(file.key, signed_bytes(file.key, file.payload), file.signature);
}

SignedFile sign_payload(std::string_view seed, std::string payload) {
    std::string key = public_key(seed);
    std::string signature = sign(seed, signed_bytes(key, payload));
    return {
        .payload = std::move(payload), .key = std::move(key), .signature = std::move(signature)};
}

std::string write_package_files(const Files& files) {
    return json::serialize(to_json(files));
}

Result<Files> read_package_files(std::string_view text) {
    TRY(const json::value value, base::parse_json(text));
    return files_of(value);
}

std::string write_signed_file(const SignedFile& file) {
    json::object whole;
    whole["format"] = text(signed_file_format);
    whole["key"] = text(file.key);
    whole["signature"] = text(file.signature);
    whole["payload"] = text(file.payload);
    if (file.package) {
        whole["package"] = to_json(*file.package);
    }
    return base::pretty_json(whole);
}

Result<SignedFile> read_signed_file(std::string_view bytes) {
    if (bytes.size() > bytes_max) {
        return Error{"signed_file.too_large",
                     "This is larger than any signed file: more than 8 MB."};
    }
    TRY(const json::value value, base::parse_json(bytes));
    const json::object* whole = value.if_object();
    if (whole == nullptr) {
        return not_whole("it is no JSON object.");
    }
    TRY(const std::string format, base::text_member(*whole, "format"));
    if (format != signed_file_format) {
        return Error{"signed_file.other_format",
                     "This file is of the format \"" + format.substr(0, 40) +
                         "\". This program reads " + std::string(signed_file_format) + "."};
    }
    SignedFile file;
    TRY(file.key, base::text_member(*whole, "key"));
    TRY(file.signature, base::text_member(*whole, "signature"));
    TRY(file.payload, base::text_member(*whole, "payload"));
    if (const json::value* package = whole->if_contains("package")) {
        TRY(file.package, files_of(*package));
    }
    if (write_signed_file(file) != bytes) {
        return Error{"signed_file.other_form",
                     "This file is not as it was written: something was added, left out or "
                     "written in another way."};
    }
    return file;
}

}  // namespace policy
