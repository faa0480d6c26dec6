// libxml2 asks ICU to read text in encodings nobody uses for rules, and ICU brings thirty megabytes
// of tables for them. ICU itself has the answer to that ("stub data"): a table of contents without
// entries, under the name of the real one. With it the program is small, and a file in such an
// encoding is refused as one that cannot be read. UTF-8, UTF-16, Latin-1 and ASCII need no tables.

#include <unicode/udata.h>
#include <unicode/utypes.h>

namespace {

struct Header {
    std::uint16_t size;
    std::uint8_t magic_1;
    std::uint8_t magic_2;
    UDataInfo info;
    char padding[8];
};
struct TableOfContents {
    Header header;
    std::uint32_t entries;
    std::uint32_t reserved;
};
static_assert(sizeof(Header) == 32);

}  // namespace

extern "C" const TableOfContents U_ICUDATA_ENTRY_POINT;
alignas(16) const TableOfContents U_ICUDATA_ENTRY_POINT = {{sizeof(Header),
                                                            0xda,
                                                            0x27,
                                                            {sizeof(UDataInfo),
                                                             0,
                                                             U_IS_BIG_ENDIAN,
                                                             U_CHARSET_FAMILY,
                                                             U_SIZEOF_UCHAR,
                                                             0,
                                                             {0x54, 0x6f, 0x43, 0x50},  // "ToCP"
                                                             {1, 0, 0, 0},
                                                             {0, 0, 0, 0}},
                                                            {0}},
                                                           0,
                                                           0};
