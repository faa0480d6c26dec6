// Feeds any bytes to the reader of workbooks: nothing may crash or fill the memory, and what was
// read can be written and comes back the same. Built by clang with -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/xlsx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    base::XlsxCaps caps;
    caps.part_bytes = 1U << 20;
    caps.all_bytes = 4U << 20;
    caps.cells = 10'000;
    const auto read = base::read_xlsx(bytes, caps);
    if (!read.has_value()) {
        return 0;
    }
    const auto written = base::write_xlsx(*read);
    if (written.has_value()) {
        const auto again = base::read_xlsx(*written);
        CHECK(again.has_value() && *again == *read);
    }
    return 0;
}
