#pragma once
// The names of JSON without what they are made of, for headers that only say that something is
// given as JSON. Boost.JSON is a third of the work of compiling a file that includes it, and few
// of the files that know a Value ever write one. Who makes or reads JSON includes base/json.h.

#include <boost/json/fwd.hpp>

namespace base {

namespace json = boost::json;

}  // namespace base

namespace json = boost::json;
