#pragma once
// The kinds of thing that have an id, all in one place, so that a room may point at a thing without
// including the room it lives in. StreamId and PackageId are the words of a policy package
// ("adult_social_care", "england-2005-pilot"), not random numbers.

#include <string>

#include "base/id.h"

#define ONEPURSE_ID(Name, Prefix)                          \
    struct Name##Tag {                                     \
        static constexpr std::string_view prefix = Prefix; \
    };                                                     \
    using Name##Id = base::Id<Name##Tag>

ONEPURSE_ID(Account, "acc");       // a sign-in account
ONEPURSE_ID(Person, "per");        // the person whose budget it is
ONEPURSE_ID(Staff, "stf");         // somebody who works for the council or a stream's owner
ONEPURSE_ID(Relationship, "rel");  // somebody who helps or acts for a person
ONEPURSE_ID(Contact, "cnt");       // somebody who asked for help and waits for a worker
ONEPURSE_ID(Assessment, "asm");
ONEPURSE_ID(Decision, "dec");  // one decided sum or eligibility of one stream
ONEPURSE_ID(Plan, "pln");
ONEPURSE_ID(PlanLine, "lin");
ONEPURSE_ID(Budget, "bud");
ONEPURSE_ID(Provider, "pro");
ONEPURSE_ID(Offer, "off");
ONEPURSE_ID(Purchase, "pur");  // an order a person placed
ONEPURSE_ID(Delivery, "del");
ONEPURSE_ID(Entry, "ent");
ONEPURSE_ID(Hold, "hol");
ONEPURSE_ID(Payee, "pay");  // who can be paid: a provider, a person, a nominee, a holder
ONEPURSE_ID(BankDetails, "bnk");
ONEPURSE_ID(Instalment, "ins");
ONEPURSE_ID(PayRun, "run");
ONEPURSE_ID(Payment, "pmt");  // one line of a pay run
ONEPURSE_ID(BankStatement, "bst");
ONEPURSE_ID(BankLine, "bln");
ONEPURSE_ID(Contribution, "con");
ONEPURSE_ID(Invoice, "inv");
ONEPURSE_ID(Question, "ask");  // a request for help or a disagreement, with a worker and a date
ONEPURSE_ID(Referral, "ref");  // a request to a stream's owner to decide
ONEPURSE_ID(Act, "act");       // one recorded act of the journal
ONEPURSE_ID(Request, "req");   // what a form or client sends once, however often it is retried
ONEPURSE_ID(Report, "rep");    // what a person reports as spent
ONEPURSE_ID(Draft, "drf");     // a change of rules being written

#undef ONEPURSE_ID

using StreamId = std::string;     // "adult_social_care"
using PackageId = std::string;    // "england-2005-pilot"
using AuthorityId = std::string;  // "wendlebury", "national-programme"
