#pragma once
// A signed file is what a person takes away of an allocation: a text that was signed (the payload,
// see allocation.h), the public key and the signature, and, where she wants it, the policy package
// itself. The package is not signed a second time: the payload names its fingerprint. A file has
// exactly one form, byte for byte; another form of the same content is refused, so that no byte of
// it can be changed unseen.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "policy/package.h"

namespace policy {

inline constexpr std::string_view signed_file_format = "onepurse-allocation-1";

struct SignedFile {
    std::string payload;
    std::string key;        // the public key, 64 hexadecimal digits
    std::string signature;  // 128 hexadecimal digits
    std::optional<Files> package = {};
};

// Gives the bytes a signature is made over: format, key and payload.
std::string signed_bytes(std::string_view key, std::string_view payload);

// Whether the signature is one of the key over the payload.
bool is_signed(const SignedFile& file);

// Signs a payload.
SignedFile sign_payload(std::string_view seed, std::string payload);

// Writes the files of a package as one JSON object; a file that is no UTF-8 stands as base64.
std::string write_package_files(const Files& files);
// Reads it back. Refuses: signed_file.not_whole, and the codes of json.
Result<Files> read_package_files(std::string_view text);

// Writes the one form of a signed file.
std::string write_signed_file(const SignedFile& file);

// Reads a signed file; checks its form, not its signature. Refuses: signed_file.too_large,
// signed_file.not_whole, signed_file.other_format, signed_file.other_form, and the codes of json.
Result<SignedFile> read_signed_file(std::string_view bytes);

}  // namespace policy
