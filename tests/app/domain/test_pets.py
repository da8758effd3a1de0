"""Pets lie among a profile's fields, each whole, and nobody else's."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pets import Pet, pets_of, without_pets

_IDS = st.text("0123456789abcdef", min_size=1, max_size=8)
_TEXTS = st.text(min_size=1, max_size=8)
_OWN = st.dictionaries(st.sampled_from(["skin", "job"]), _TEXTS)
_PETS = st.builds(Pet, _IDS, _TEXTS, st.dictionaries(st.sampled_from(["species", "breed", "pet-birthday"]), _TEXTS))


@given(
    st.lists(_PETS, max_size=5, unique_by=lambda pet: pet.id), st.dictionaries(st.sampled_from(["skin", "job"]), _TEXTS)
)
def test_what_was_written_is_read(pets: list[Pet], own: dict[str, str]) -> None:
    fields = {**own, **{name: text for pet in pets for name, text in pet.as_fields().items()}}
    assert pets_of(fields) == tuple(sorted(pets, key=lambda pet: pet.id))
    assert without_pets(fields) == own


@given(_PETS)
def test_one_taken_out_is_gone(pet: Pet) -> None:
    assert set(pet.taken_out()) == set(pet.as_fields())
    assert pets_of({name: text for name, text in pet.taken_out().items() if text}) == ()
