#include "CBus.h"
