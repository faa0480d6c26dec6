#include "casework/signing_keys.h"

#include "policy/signing.h"

namespace casework {

namespace {

store::KeyInUse make_key(Desk& desk, store::Tx& tx) {
    store::KeyInUse key;
    key.seed = desk.random.bytes(policy::seed_bytes);
    key.public_key = policy::public_key(key.seed);
    store::keep_key(tx, key, desk.today);
    return key;
}

}  // namespace

store::KeyInUse key_in_use(Desk& desk, store::Tx& tx) {
    std::optional<store::KeyInUse> key = store::load_key_in_use(tx);
    return key ? std::move(*key) : make_key(desk, tx);
}

std::vector<policy::PublishedKey> council_keys(Desk& desk) {
    return desk.store.read(
        [](store::Snapshot& snapshot) { return store::load_published_keys(snapshot); });
}

Outcome replace_key(Desk& desk) {
    const Act what{.name = "replace_signing_key",
                   .action = people::Action::manage_accounts,
                   .detail = "A new key signs allocations; the old one stays published"};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        if (!desk.is_operator) {
            return Error{"people.not_allowed",
                         "You cannot do this here. Only whoever runs Onepurse for the council can "
                         "put a new key in its place. Ask them."};
        }
        acting.about = make_key(desk, acting.tx).public_key;
        return Done{};
    });
}

}  // namespace casework
