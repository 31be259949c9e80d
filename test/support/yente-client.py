"""Asks a server with the yente client library; prints what it got as JSON."""
import json
import sys

from yente_client import Client, Person

with Client(base_url=sys.argv[1], api_key="unused") as client:
    found = client.search("azure", datasets=["xx_test"])
    person = Person(name=["Testman Alifur"], birthDate=["1970"], nationality=["pk"])
    matched = client.match(person, datasets=["xx_test"])
    entity = client.fetch("xx-old-1")
    around = client.adjacent("aa-person")
    batch = dict(client.match_iter([("a", person), ("b", Person(name=["Nobody Here"]))], datasets=["xx_test"]))
    print(
        json.dumps(
            {
                "health": client.healthz().status,
                "ready": client.readyz().status,
                "datasets": [one.name for one in client.datasets().datasets],
                "best": client.algorithms().best,
                "found": [one.id for one in found.results],
                "facets": sorted(found.facets),
                "top": matched.top.id,
                "match": matched.top.match,
                "explained": sorted(matched.top.contributing_explanations),
                "redirected": entity.id,
                "sanctions": [one.id for one in entity.properties["sanctions"]],
                "around": str(around)[:40],
                "batch": {key: [hit.id for hit in one.results] for key, one in batch.items()},
            }
        )
    )
