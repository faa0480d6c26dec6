#pragma once
// Orders in Easy Read: the list of them, one of them, what one would cost before it is placed, and
// what she is asked when something did not come. The same facts as the usual pages, one idea a
// line. Used by the pages of orders and of offers.

#include <string>
#include <vector>

#include "casework/buy_support.h"
#include "casework/see_budget.h"
#include "govuk/html.h"
#include "web/speaking.h"
#include "web/visit.h"

namespace web {

// Writes every order with how it stands; each leads to its own page in Easy Read.
govuk::Html easy_orders(const Visit& visit, const std::vector<casework::OrderView>& orders,
                        const Speaking& speaking);

// Writes one order. Each report that waits is asked about, with the two answers there are.
govuk::Html easy_order(const Visit& visit, const casework::OrderView& order,
                       const Speaking& speaking);

// Writes what an order would cost, who pays, and what is left after it. `provider` is its name.
govuk::Html easy_preview(const casework::OrderPreview& preview, const std::string& provider,
                         const Speaking& speaking);

// Writes of which support the answer is, and what the answer does.
govuk::Html easy_refusal(const casework::OrderView& order, const market::Delivery& delivery);

}  // namespace web
