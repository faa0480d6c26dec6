#include "store/signing_keys.h"

#include "base/digest.h"
#include "policy/signing.h"

namespace store {

namespace {

std::string from_hex(const std::string& digits) {
    std::string bytes;
    const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    }
    return bytes;
}

std::int64_t keys_made(View& view) {
    Rows rows = view.query("select coalesce(max(number), 0) from signing_key where authority = ?",
                           view.authority());
    return rows.next() ? rows.number(0) : 0;
}

}  // namespace

std::optional<KeyInUse> load_key_in_use(View& view) {
    Rows rows = view.query(
        "select public_key, seed from signing_key where authority = ? and until_on is null",
        view.authority());
    if (!rows.next()) {
        return std::nullopt;
    }
    KeyInUse key{rows.text(0), from_hex(rows.text(1))};
    CHECK(key.seed.size() == policy::seed_bytes && policy::public_key(key.seed) == key.public_key);
    return key;
}

std::vector<policy::PublishedKey> load_published_keys(View& view) {
    std::vector<policy::PublishedKey> keys;
    for (Rows rows = view.query("select public_key, from_on, until_on from signing_key where "
                                "authority = ? order by number",
                                view.authority());
         rows.next();) {
        policy::PublishedKey key{.key = rows.text(0)};
        if (!rows.is_null(1)) {
            key.from = rows.date(1);
        }
        if (!rows.is_null(2)) {
            key.until = rows.date(2);
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

void keep_key(Tx& tx, const KeyInUse& key, Date on) {
    CHECK(key.seed.size() == policy::seed_bytes);
    const std::int64_t before = keys_made(tx);
    tx.run(
        "update signing_key set seed = null, until_on = ? where authority = ? and until_on is null",
        on.plus_days(1), tx.authority());
    tx.run(
        "insert into signing_key (authority, number, public_key, seed, from_on, until_on) values "
        "(?, ?, ?, ?, ?, null)",
        tx.authority(), before + 1, key.public_key, base::to_hex(key.seed),
        before == 0 ? std::optional<Date>() : std::optional<Date>(on));
}

}  // namespace store
