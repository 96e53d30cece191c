#include <myhtml/api.h>
#include <myhtml/myhtml.h>
#include <myhtml/serialization.h>
