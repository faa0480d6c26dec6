#include "web/order_words.h"

#include "base/text.h"

namespace web {

std::string count_words(std::int64_t quantity, market::Unit unit) {
    return base::counted(static_cast<std::size_t>(quantity), market::to_text(unit));
}

std::string quantity_words(std::int64_t quantity, market::Unit unit, Money price) {
    return count_words(quantity, unit) + " at " + price.for_people() + " each";
}

std::string_view answer_words(market::DeliveryStatus status, bool to_her) {
    if (to_her) {
        return market::words(status);
    }
    switch (status) {
        case market::DeliveryStatus::reported:
            return "Waiting for an answer";
        case market::DeliveryStatus::confirmed:
            return "Confirmed: it happened";
        case market::DeliveryStatus::refused:
            return "Refused: it did not happen";
        case market::DeliveryStatus::disputed:
        case market::DeliveryStatus::withdrawn:
        case market::DeliveryStatus::corrected:
            return market::words(status);
    }
    return "";
}

}  // namespace web
