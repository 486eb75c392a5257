"""Which refusals an address may answer with, for its description."""

from bureau.interface.api.said import Refusal

READING = dict.fromkeys((401, 403, 404, 422, 429), Refusal)
TAKING = READING | {400: Refusal, 409: Refusal}
