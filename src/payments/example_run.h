#pragma once
// The little world the tests of this room share: two providers, one person who is paid, three
// streams' words, and what is owed to them in May 2006. Fictional; used by tests only.

#include <string>
#include <vector>

#include "payments/pain001.h"
#include "payments/pay_run.h"

namespace payments::example {

template <typename SomeId>
SomeId id(std::uint64_t number) {
    return {.high = 0x0103A1B2C3D40000U, .low = number};
}

inline const AccountId ada = id<AccountId>(1);    // prepares
inline const AccountId ben = id<AccountId>(2);    // releases
inline const AccountId owner = id<AccountId>(3);  // gives bank details
inline const PersonId ann = id<PersonId>(10);
inline const PersonId bob = id<PersonId>(11);
inline const PayeeId oak = id<PayeeId>(20);   // a provider
inline const PayeeId elm = id<PayeeId>(21);   // a provider
inline const PayeeId self = id<PayeeId>(22);  // Ann herself, direct payment

inline Date day(unsigned day_of_may) {
    return *Date::make(2006, 5, day_of_may);
}

inline BankAccount account(const std::string& number, const std::string& name) {
    return *BankAccount::make("12-34-56", number, name);
}

inline BankAccount council() {
    return *BankAccount::make("65-43-21", "10000001", "Wendlebury Council");
}

inline std::vector<Payee> payees() {
    return {{.id = oak, .kind = PayeeKind::provider, .name = "Oak Care", .owners = {owner}},
            {.id = elm, .kind = PayeeKind::provider, .name = "Elm Café & Club", .owners = {owner}},
            {.id = self, .kind = PayeeKind::person, .name = "Ann Archer", .owners = {owner}}};
}

inline BankDetails confirmed(std::uint64_t number, PayeeId payee, BankAccount account) {
    return {.id = id<BankDetailsId>(number),
            .payee = payee,
            .account = std::move(account),
            .status = BankDetailsStatus::confirmed,
            .changed_by = owner,
            .changed_at = {1000},
            .confirmed_by = ada,
            .confirmed_at = Instant{2000}};
}

inline std::vector<BankDetails> details() {
    return {confirmed(30, oak, account("00000020", "Oak Care Ltd")),
            confirmed(31, elm, account("00000021", "Elm Café & Club")),
            confirmed(32, self, account("00000022", "Ann Archer"))};
}

inline OwedLine owed(PersonId person, std::string stream, PayeeId payee, std::string about,
                     unsigned from, unsigned until, std::int64_t pence) {
    return {.person = person,
            .stream = std::move(stream),
            .payee = payee,
            .about = std::move(about),
            .service = {day(from), day(until)},
            .amount = Money::pence(pence)};
}

// £120.00 + £30.25 to Oak, £15.10 to Elm, £214.24 to Ann: £379.59.
inline std::vector<OwedLine> all_owed() {
    return {owed(ann, "adult_social_care", oak, "del_1", 1, 2, 12000),
            owed(bob, "supporting_people", oak, "del_2", 3, 4, 3025),
            owed(bob, "adult_social_care", elm, "del_3", 4, 5, 1510),
            owed(ann, "adult_social_care", self, "ins_1", 1, 29, 21424)};
}

inline RunRequest request(std::uint64_t number = 40) {
    return {.id = id<PayRunId>(number),
            .from = council(),
            .pay_on = day(12),
            .by = ada,
            .at = {1147000000}};
}

inline PayRun prepared(std::uint64_t number = 40) {
    return make_run(request(number), all_owed(), payees(), details(), {}).value();
}

inline PayRun released(std::uint64_t number = 40) {
    return release_run(prepared(number), ben, {1147080000}, details(), {}).value();
}

inline PayRun in_file(std::uint64_t number = 40) {
    return put_in_file(released(number)).value();
}

}  // namespace payments::example
