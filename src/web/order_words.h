#pragma once
// How an order and what came of it are said: how many at which price, and how a report of the
// provider stands. The person reads "You said it happened"; the same to a worker, a helper or the
// provider would be untrue, so they read it without "you".

#include <cstdint>
#include <string>
#include <string_view>

#include "base/money.h"
#include "market/delivery.h"
#include "market/offer.h"

namespace web {

// Says how many: "1 visit", "12 hours".
std::string count_words(std::int64_t quantity, market::Unit unit);

// Says how many at which price: "1 visit at £8.95 each", "2 weeks at £75.00 each".
std::string quantity_words(std::int64_t quantity, market::Unit unit, Money price);

// Says how a report stands, to her ("Waiting for your answer") or to others ("Waiting for an
// answer").
std::string_view answer_words(market::DeliveryStatus status, bool to_her);

}  // namespace web
