import pytest, re
from django.test import Client
from django.urls import reverse
from casework import access
from tests.makers.cast import make_cast
from tests.makers import imr as imrs, reviews
from imr import workflow
from reviews import workflow as rw
def client(p):
    c=Client(); c.force_login(p, backend="allauth.account.auth_backends.AuthenticationBackend"); return c
def crawl(person, urls):
    c=client(person); out={}
    for u in urls:
        r=c.get(u); out[u]=r.status_code
        body=r.content.decode()
        assert r.status_code in (200,302,403,404,405,409),(u,r.status_code,body[:3000])
        if r.status_code==200: assert body.count("<h1")==1,u
    return out
def test_pages(db, settings):
    settings.SECOND_FACTOR_REQUIRED=False
    cast=make_cast()
    review=reviews.gathering(cast)
    learning=reviews.other_learning(cast, review.case)
    imr=imrs.returned(cast, imrs.commissioned(cast, review))
    from reviews.urls import urlpatterns as ru
    from imr.urls import urlpatterns as iu
    terms=review.terms; req=review.recordsrequest_set.first()
    sec=imr.section_set.first()
    urls=[]
    for app,pats in (("reviews",ru),("imr",iu)):
        for p in pats:
            n=p.name
            obj={"case_review":review.case_id,"case_reports":review.case_id,"agreedterms":terms.pk}.get(n)
            if obj is None:
                obj = review.pk if n.startswith("review_") else req.pk if n.startswith("recordsrequest") else terms.pk if n.startswith("terms") else learning.pk if n.startswith("other") else sec.pk if n.startswith("section") else imr.pk
            kw={"pk":obj}
            if "code" in str(p.pattern): kw["code"]="period"
            if "number" in str(p.pattern): kw["number"]=1
            if "version" in str(p.pattern): kw["version"]=1
            urls.append(reverse(f"{app}:{n}",kwargs=kw))
    for code in ("key_issues","contributors","timescales","expert"): urls.append(reverse("reviews:termsofreference_write",args=[terms.pk,code]))
    for who in ("manager","chair","panel_member","lead","colleague","author","countersigner","overview_author","auditor"):
        print(who); 
        for u,s in crawl(cast.people[who],urls).items():print("  ",s,u)
    assert list(access.check())==[]
