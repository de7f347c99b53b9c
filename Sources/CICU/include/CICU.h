/// The part of ICU that Seos uses, behind functions of our own: no header of ICU is included here, since Swift's
/// Foundation carries an ICU of its own whose declarations clash with the system's.
#pragma once

#include "CICUConvert.h"
#include "CICULocale.h"
#include "CICUText.h"
