#include "store/streams_in_use.h"

namespace store {

std::vector<StreamId> streams_in_use(View& view) {
    std::vector<StreamId> found;
    for (Rows rows =
             view.query("select stream from balance where authority = ? union select stream from "
                        "stream_decision where authority = ? and stage <> 'indicative' order by 1",
                        view.authority(), view.authority());
         rows.next();) {
        if (!rows.text(0).empty()) {
            found.push_back(rows.text(0));
        }
    }
    return found;
}

}  // namespace store
