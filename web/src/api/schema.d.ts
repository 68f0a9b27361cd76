export interface paths {
    "/api/files/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Files.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cooperatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cooperatives.names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cooperatives/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cooperatives.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cooperative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cooperatives.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Cooperatives.change"];
        trace?: never;
    };
    "/api/holidays/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Holidays.of"];
        put: operations["Holidays.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Members.list"];
        put?: never;
        post: operations["Members.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Members.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Members.change"];
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Members.units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Me.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Me.change"];
        trace?: never;
    };
    "/api/roster-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RosterImports.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RosterImports.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RosterImports.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RosterImports.errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RosterImports.errorsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RosterImports.absent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RosterImports.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/leave-absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RosterImports.leaveAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/challenges/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.answerWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/challenges/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.answerWithLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/here": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignIns.here"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIns.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SignIns.setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignIns.list"];
        put?: never;
        post?: never;
        delete: operations["SignIns.endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SignIns.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/hand-over-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIns.makeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.catalogue"];
        put?: never;
        post: operations["Planning.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/{slug}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.publicCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Planning.change"];
        trace?: never;
    };
    "/api/planning/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Planning.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planning/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.goLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/undo-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.undoEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Planning.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionStaff.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionStaff.duties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionStaff.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planning/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionStaff.conflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planning/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Stage.offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/stage/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Stage.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SessionFiles.putCover"];
        post?: never;
        delete: operations["SessionFiles.removeCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionFiles.list"];
        put?: never;
        post: operations["SessionFiles.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/materials/{materialId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SessionFiles.remove"];
        options?: never;
        head?: never;
        patch: operations["SessionFiles.change"];
        trace?: never;
    };
    "/api/sessions/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.own"];
        put?: never;
        post: operations["Registrations.register"];
        delete: operations["Registrations.cancel"];
        options?: never;
        head?: never;
        patch: operations["RegistrationSteps.switchMode"];
        trace?: never;
    };
    "/api/my/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.list"];
        put?: never;
        post: operations["Registrations.registerOther"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.matching"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Registrations.cancelOther"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registration/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationSteps.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationSteps.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["RegistrationSteps.prioritise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationSteps.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registration-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationTerms.of"];
        put: operations["RegistrationTerms.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registration-terms/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationTerms.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registration-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationQuestions.of"];
        put: operations["RegistrationQuestions.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registration/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationQuestions.mine"];
        put: operations["RegistrationQuestions.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationQuestions.ofRegistrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationBatches.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationBatches.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationImports.last"];
        put?: never;
        post: operations["RegistrationImports.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistrationImports.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistrationImports.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Releases.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Releases.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Clones.clone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planning/series-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Series.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Series.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Series.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Series.change"];
        trace?: never;
    };
    "/api/sessions/{id}/series/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Series.grow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/series/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Series.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/series/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Series.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/series/registration-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SeriesTerms.setTerms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/series/registration-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SeriesTerms.setQuestions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Templates.list"];
        put?: never;
        post: operations["Templates.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Templates.remove"];
        options?: never;
        head?: never;
        patch: operations["Templates.rename"];
        trace?: never;
    };
    "/api/session-templates/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Templates.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendars.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendars.state"];
        put?: never;
        post: operations["Calendars.make"];
        delete: operations["Calendars.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feeds/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendars.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Reminders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attendance.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/attendance/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attendance.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/attendance/rest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Attendance.decideRest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/attendance/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Attendance.decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/room/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Room.people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/room/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Room.staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/room/hands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Room.raised"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/room/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Room.held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/room/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Room.transcript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/moderation/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WordLists.of"];
        put: operations["WordLists.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions.ofSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions.open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions.library"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Questions.change"];
        trace?: never;
    };
    "/api/questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Questions.correct"];
        trace?: never;
    };
    "/api/questions/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Guests.list"];
        put?: never;
        post: operations["Guests.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/guests/{guestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Guests.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GuestVisits.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GuestVisits.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GuestVisits.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GuestVisits.stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.myRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/record/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.myAttended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/record/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.attended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.myLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Engagement.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "invalid-input" | "invalid-json" | "invalid-file" | "challenge-failed" | "sign-in-failed" | "unauthenticated" | "forbidden" | "cross-site-request" | "not-found" | "unknown-event" | "conflict" | "version-conflict" | "wrong-state" | "session-full" | "registration-closed" | "not-eligible" | "offer-expired" | "room-closed" | "muted-in-room" | "removed-from-room" | "staff-only" | "unwelcome-words" | "body-too-large" | "unsupported-media-type" | "confirmation-required" | "rate-limited" | "internal" | "unavailable" | "stage-unavailable";
            detail: string;
            requestId: string;
            fields?: {
                path: string;
                /** @enum {string} */
                rule: "required" | "wrong-type" | "format" | "too-short" | "too-long" | "too-small" | "too-large" | "not-allowed" | "unknown-field" | "control-characters" | "in-the-past" | "end-before-start" | "after-the-end" | "unknown-zone" | "unknown-id" | "other-unit" | "other-role" | "rejected-before" | "missing-session" | "missing-hours" | "requires-itself" | "taken" | "too-common" | "wrong-code" | "wrong-password" | "other-browser" | "unsafe-address" | "unlisted-origin" | "not-youtube" | "not-an-image" | "not-a-material" | "too-many" | "last-admin" | "last-host" | "spreadsheet-number" | "wrong-columns" | "duplicate-in-file" | "admin-leaves" | "cannot-host" | "bad-lines" | "unreadable-lines" | "line-too-long" | "unclosed-quote" | "not-accepted" | "endless" | "no-dates" | "too-many-dates" | "same-day" | "in-other-part" | "other-year" | "has-answers" | "text-changed";
                message: string;
                limit?: number | string;
            }[];
        };
        /** @description A cooperative one can sign in to */
        CooperativeName: {
            slug: string;
            name: string;
        };
        /** @description What the public page of a cooperative is drawn with */
        CooperativePage: {
            slug: string;
            name: string;
            colour: string;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
        };
        /** @description A cooperative with what it has decided for itself */
        Cooperative: {
            slug: string;
            name: string;
            colour: string;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
            /** Format: uuid */
            id: string;
            version: number;
            policies: components["schemas"]["Policies"];
        };
        Policies: {
            presentPercent: number;
            bridgedSeconds: number;
            roomOpensMinutes: number;
            roomClosesMinutes: number;
            undoEndMinutes: number;
            devicesPerRoom: number;
            roomRetentionDays: number;
            offerHours: number;
            quietFromHour: number;
            quietUntilHour: number;
            offerEndsFromHour: number;
            signInDays: number;
            adminSignInHours: number;
            /** @enum {string} */
            freedVirtual: "confirm" | "offer";
            /** @enum {string} */
            freedOnsite: "confirm" | "offer";
            staffSeeAnonymous: boolean;
        };
        CooperativePatch: {
            name?: string;
            colour?: string;
            /** @enum {string} */
            language?: "id" | "en";
            zone?: string;
            policies?: components["schemas"]["PoliciesPatch"];
            version: number;
        };
        PoliciesPatch: {
            presentPercent?: number;
            bridgedSeconds?: number;
            roomOpensMinutes?: number;
            roomClosesMinutes?: number;
            undoEndMinutes?: number;
            devicesPerRoom?: number;
            roomRetentionDays?: number;
            offerHours?: number;
            quietFromHour?: number;
            quietUntilHour?: number;
            offerEndsFromHour?: number;
            signInDays?: number;
            adminSignInHours?: number;
            /** @enum {string} */
            freedVirtual?: "confirm" | "offer";
            /** @enum {string} */
            freedOnsite?: "confirm" | "offer";
            staffSeeAnonymous?: boolean;
        };
        /** @description A year's holidays, by day */
        Holidays: {
            year: number;
            version: number;
            days: {
                /** Format: date */
                day: string;
                name: string;
                /** @enum {string} */
                kind: "national" | "joint-leave" | "own";
            }[];
        };
        HolidaysInput: {
            version: number;
            days: {
                /** Format: date */
                day: string;
                name: string;
                /** @enum {string} */
                kind: "national" | "joint-leave" | "own";
            }[];
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            nextCursor: string | null;
        };
        Member: {
            /** Format: uuid */
            id: string;
            number: string;
            name: string;
            nickname: string | null;
            email: string | null;
            /** @description E.164 */
            mobile: string | null;
            employeeNumber: string | null;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            /** @description A coordinator's own units; empty for all others */
            coordinatesUnitIds: string[];
            zone: string;
            /** @enum {string} */
            language: "id" | "en";
            /** @enum {string} */
            status: "calon" | "aktif" | "luar-biasa" | "keluar";
            /** Format: date */
            joinedOn: string | null;
            /** Format: date-time */
            leftAt: string | null;
            version: number;
        };
        /** @description Zone defaults from the unit, language from the cooperative */
        NewMember: {
            number: string;
            name: string;
            nickname?: string | null;
            email?: string | null;
            mobile?: string | null;
            employeeNumber?: string | null;
            /** Format: uuid */
            unitId?: string | null;
            /** Format: date */
            joinedOn?: string | null;
            roles?: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            coordinatesUnitIds?: string[];
            zone?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            status?: "calon" | "aktif" | "luar-biasa" | "keluar";
        };
        /** @description What is left out stays; `version` is the one that was read */
        MemberPatch: {
            version: number;
            number?: string;
            name?: string;
            nickname?: string | null;
            email?: string | null;
            mobile?: string | null;
            employeeNumber?: string | null;
            /** Format: uuid */
            unitId?: string | null;
            /** Format: date */
            joinedOn?: string | null;
            roles?: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            coordinatesUnitIds?: string[];
            zone?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            status?: "calon" | "aktif" | "luar-biasa" | "keluar";
        };
        Unit: {
            /** Format: uuid */
            id: string;
            name: string;
            zone: string;
        };
        /** @description Who is signed in, where, and what they may do */
        Me: {
            member: {
                /** Format: uuid */
                id: string;
                number: string;
                name: string;
                nickname: string | null;
                email: string | null;
                /** @description E.164 */
                mobile: string | null;
                /** @enum {string} */
                language: "id" | "en";
                zone: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @enum {string} */
                status: "calon" | "aktif" | "luar-biasa" | "keluar";
            };
            cooperative: {
                slug: string;
                name: string;
                colour: string;
                /** @enum {string} */
                language: "id" | "en";
                zone: string;
                policies: components["schemas"]["Policies"];
            };
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            permissions: ("self.use" | "catalogue.read" | "registrations.own" | "room.join" | "record.own" | "cooperative.read" | "cooperative.manage" | "members.read" | "members.manage" | "members.sign-in-link" | "roster.import" | "sessions.plan" | "sessions.host" | "sessions.review" | "registrations.read" | "registrations.manage" | "attendance.read" | "attendance.correct" | "ledger.verify" | "audit.read")[];
        };
        MePatch: {
            nickname?: string | null;
            /** @enum {string} */
            language?: "id" | "en";
            zone?: string;
        };
        RosterImport: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** @enum {string} */
            state: "uploaded" | "checking" | "checked" | "applying" | "applied" | "failed";
            /** @enum {string|null} */
            mode: "all" | "good" | null;
            progress: {
                done: number;
                total: number;
            };
            /** @enum {string} */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
            /** @enum {string} */
            delimiter: "," | ";" | "\t";
            headers: {
                name: string;
                isNationalId: boolean;
            }[];
            suggested: components["schemas"]["SuggestedRosterMapping"];
            /** @description The first rows; cells of a national id are blank */
            samples: string[][];
            mapping: components["schemas"]["SuggestedRosterMapping"] | null;
            counts: {
                new: number;
                changed: number;
                unchanged: number;
                bad: number;
                /** @description Bad lines whose member number could not be read */
                unreadable: number;
                /** @description Members who have not left and are not in the file, but the admin who applies it */
                absent: number;
                /** @description Of these, those in units that the file names */
                absentInUnits: number;
            } | null;
            /** @description Why the last step did not happen */
            fault: {
                /** @enum {string} */
                code: "invalid-input" | "invalid-json" | "invalid-file" | "challenge-failed" | "sign-in-failed" | "unauthenticated" | "forbidden" | "cross-site-request" | "not-found" | "unknown-event" | "conflict" | "version-conflict" | "wrong-state" | "session-full" | "registration-closed" | "not-eligible" | "offer-expired" | "room-closed" | "muted-in-room" | "removed-from-room" | "staff-only" | "unwelcome-words" | "body-too-large" | "unsupported-media-type" | "confirmation-required" | "rate-limited" | "internal" | "unavailable" | "stage-unavailable";
                fields: {
                    path: string;
                    /** @enum {string} */
                    rule: "required" | "wrong-type" | "format" | "too-short" | "too-long" | "too-small" | "too-large" | "not-allowed" | "unknown-field" | "control-characters" | "in-the-past" | "end-before-start" | "after-the-end" | "unknown-zone" | "unknown-id" | "other-unit" | "other-role" | "rejected-before" | "missing-session" | "missing-hours" | "requires-itself" | "taken" | "too-common" | "wrong-code" | "wrong-password" | "other-browser" | "unsafe-address" | "unlisted-origin" | "not-youtube" | "not-an-image" | "not-a-material" | "too-many" | "last-admin" | "last-host" | "spreadsheet-number" | "wrong-columns" | "duplicate-in-file" | "admin-leaves" | "cannot-host" | "bad-lines" | "unreadable-lines" | "line-too-long" | "unclosed-quote" | "not-accepted" | "endless" | "no-dates" | "too-many-dates" | "same-day" | "in-other-part" | "other-year" | "has-answers" | "text-changed";
                    limit?: number | string;
                    message: string;
                }[];
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            appliedAt: string | null;
        };
        SuggestedRosterMapping: {
            number?: number;
            name?: number;
            nickname?: number;
            email?: number;
            mobile?: number;
            employeeNumber?: number;
            unit?: number;
            status?: number;
            joinedOn?: number;
            zone?: number;
            language?: number;
        };
        RosterCheckRequest: {
            mapping: components["schemas"]["RosterMapping"];
        };
        /** @description Column by field, counted from 0; number and name are required */
        RosterMapping: {
            number: number;
            name: number;
            nickname?: number;
            email?: number;
            mobile?: number;
            employeeNumber?: number;
            unit?: number;
            status?: number;
            joinedOn?: number;
            zone?: number;
            language?: number;
        };
        RosterErrorPage: {
            items: components["schemas"]["RosterError"][];
            nextCursor: string | null;
        };
        RosterError: {
            /** @description As a spreadsheet counts: the header is line 1 */
            line: number;
            number: string | null;
            name: string | null;
            faults: {
                path: string;
                /** @enum {string} */
                rule: "required" | "wrong-type" | "format" | "too-short" | "too-long" | "too-small" | "too-large" | "not-allowed" | "unknown-field" | "control-characters" | "in-the-past" | "end-before-start" | "after-the-end" | "unknown-zone" | "unknown-id" | "other-unit" | "other-role" | "rejected-before" | "missing-session" | "missing-hours" | "requires-itself" | "taken" | "too-common" | "wrong-code" | "wrong-password" | "other-browser" | "unsafe-address" | "unlisted-origin" | "not-youtube" | "not-an-image" | "not-a-material" | "too-many" | "last-admin" | "last-host" | "spreadsheet-number" | "wrong-columns" | "duplicate-in-file" | "admin-leaves" | "cannot-host" | "bad-lines" | "unreadable-lines" | "line-too-long" | "unclosed-quote" | "not-accepted" | "endless" | "no-dates" | "too-many-dates" | "same-day" | "in-other-part" | "other-year" | "has-answers" | "text-changed";
                limit?: number | string;
                message: string;
            }[];
        };
        RosterApplyRequest: {
            /** @enum {string} */
            mode: "all" | "good";
        };
        /** @description Names whose absence counts and how many they are; above 5 % of the active members `typedCount` too */
        RosterLeaveRequest: {
            /** @enum {string} */
            scope: "cooperative" | "units";
            count: number;
            typedCount?: number;
        };
        RosterLeft: {
            left: number;
        };
        PasswordSignIn: {
            cooperative: string;
            identifier: string;
            password: string;
        };
        ChallengeRequest: {
            cooperative: string;
            identifier: string;
        };
        Challenge: {
            /** Format: uuid */
            challengeId: string;
        };
        CodeAnswer: {
            code: string;
        };
        LinkAnswer: {
            token: string;
        };
        Here: {
            /** @description The slug; null where nobody is signed in */
            cooperative: string | null;
        };
        PasswordChange: {
            current?: string;
            password: string;
        };
        SignInPage: {
            items: components["schemas"]["SignIn"][];
            nextCursor: string | null;
        };
        SignIn: {
            /** Format: uuid */
            id: string;
            device: string;
            /** @enum {string} */
            method: "password" | "mail" | "hand-over" | "operator";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            expiresAt: string;
            isCurrent: boolean;
        };
        HandOverRequest: {
            /** Format: uuid */
            memberId: string;
        };
        HandOverLink: {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SessionCard: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            title: string;
            topic: components["schemas"]["Topic"] | null;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            delivery: "virtual" | "onsite" | "hybrid";
            /** Format: uuid */
            seriesId: string | null;
            cover: components["schemas"]["Cover"] | null;
            capacity: number | null;
            seats: components["schemas"]["ModeSeats"][];
            seatsLeft: number | null;
            waiting: number;
            facilitators: components["schemas"]["Facilitator"][];
            registration: components["schemas"]["OwnRegistration"] | null;
        };
        Topic: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Cover: {
            large: string;
            small: string;
        };
        ModeSeats: {
            /** @enum {string} */
            mode: "virtual" | "onsite";
            left: number | null;
            waiting: number;
        };
        Facilitator: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            role: "host" | "moderator" | "speaker";
        };
        OwnRegistration: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "waitlisted" | "offered";
            /** @enum {string} */
            mode: "virtual" | "onsite";
            place: number | null;
            /** Format: date-time */
            offerEndsAt: string | null;
            promotion: components["schemas"]["Promotion"] | null;
        };
        Promotion: {
            /** @enum {string} */
            policy: "fifo" | "least-educated-first" | "unit-quota";
            rank: number;
            of: number;
            place: number;
            minutes: number | null;
            isWithinQuota: boolean | null;
        };
        PublicSessionCard: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            title: string;
            topic: components["schemas"]["Topic"] | null;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            delivery: "virtual" | "onsite" | "hybrid";
            /** Format: uuid */
            seriesId: string | null;
            cover: components["schemas"]["Cover"] | null;
            capacity: number | null;
            seats: components["schemas"]["ModeSeats"][];
            seatsLeft: number | null;
            waiting: number;
        };
        SessionDetail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            title: string;
            topic: components["schemas"]["Topic"] | null;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            delivery: "virtual" | "onsite" | "hybrid";
            /** Format: uuid */
            seriesId: string | null;
            cover: components["schemas"]["Cover"] | null;
            capacity: number | null;
            seats: components["schemas"]["ModeSeats"][];
            seatsLeft: number | null;
            waiting: number;
            facilitators: components["schemas"]["Facilitator"][];
            registration: components["schemas"]["OwnRegistration"] | null;
            series: {
                /** Format: uuid */
                id: string;
                rrule: string;
                zone: string;
                firstStart: string;
                /** @enum {string} */
                registration: "each" | "whole";
            } | null;
            descriptionHtml: string;
            descriptionOtherHtml: string;
            onsiteCapacity: number | null;
            venue: string | null;
            protocolHtml: string;
            cancelReason: string | null;
            /** Format: date-time */
            wentLiveAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            room: {
                /** Format: date-time */
                opensAt: string;
                /** Format: date-time */
                closesAt: string;
                canJoin: boolean;
            };
            stage: {
                /** @enum {string} */
                kind: "none" | "link" | "embed" | "jitsi" | "youtube" | "bbb";
                url: string | null;
            };
            mine: {
                canHost: boolean;
                canPlan: boolean;
                /** @enum {string|null} */
                role: "host" | "moderator" | "speaker" | null;
                /** @enum {string|null} */
                invitedAs: "host" | "moderator" | "speaker" | null;
                conflicts: components["schemas"]["BusyTime"][];
            };
            confirmed: number | null;
            planning: {
                version: number;
                revision: number;
                description: string;
                descriptionOther: string;
                protocol: string;
                stageUrl: string | null;
                staff: components["schemas"]["SessionStaff"][];
                confirmedBy: components["schemas"]["ConfirmedByMode"];
            } | null;
        };
        BusyTime: {
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        SessionStaff: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** @enum {string} */
            role: "host" | "moderator" | "speaker";
            /** @enum {string} */
            state: "invited" | "accepted";
        };
        ConfirmedByMode: {
            virtual: number;
            onsite: number;
        };
        PlanningSessionCard: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            title: string;
            topic: components["schemas"]["Topic"] | null;
            /** @enum {string} */
            language: "id" | "en";
            zone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            delivery: "virtual" | "onsite" | "hybrid";
            /** Format: uuid */
            seriesId: string | null;
            cover: components["schemas"]["Cover"] | null;
            capacity: number | null;
            seats: components["schemas"]["ModeSeats"][];
            seatsLeft: number | null;
            waiting: number;
            facilitators: components["schemas"]["Facilitator"][];
            registration: components["schemas"]["OwnRegistration"] | null;
            version: number;
            confirmed: number;
            onsiteCapacity: number | null;
        };
        MarkdownPreviewInput: {
            text: string;
        };
        MarkdownPreview: {
            html: string;
        };
        SessionInput: {
            /** Format: uuid */
            id?: string;
            title: string;
            topic?: string | null;
            description?: string;
            descriptionOther?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            delivery?: "virtual" | "onsite" | "hybrid";
            capacity?: number | null;
            onsiteCapacity?: number | null;
            venue?: string | null;
            protocol?: string;
            stage?: components["schemas"]["StageInput"];
            zone?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            staff?: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                role: "host" | "moderator" | "speaker";
            }[];
        };
        StageInput: {
            /** @enum {string} */
            kind: "none" | "jitsi" | "bbb";
        } | {
            /** @enum {string} */
            kind: "link" | "embed" | "youtube";
            url: string;
        };
        SessionPatch: {
            title?: string;
            topic?: string | null;
            description?: string;
            descriptionOther?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            delivery?: "virtual" | "onsite" | "hybrid";
            capacity?: number | null;
            onsiteCapacity?: number | null;
            venue?: string | null;
            protocol?: string;
            stage?: components["schemas"]["StageInput"];
            zone?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            staff?: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                role: "host" | "moderator" | "speaker";
            }[];
            version: number;
        };
        CancelSession: {
            reason?: string;
        };
        ReopenSession: {
            /** Format: date-time */
            endsAt: string;
        };
        StaffInvitation: {
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            role: "host" | "moderator" | "speaker";
            by: string | null;
            conflicts: components["schemas"]["BusyTime"][];
        };
        StaffDuty: {
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            role: "host" | "moderator" | "speaker";
            /** @enum {string} */
            state: "draft" | "published" | "live";
        };
        StaffInvitationAnswer: {
            /** @enum {string} */
            answer: "accepted" | "declined";
        };
        StaffConflictQuery: {
            memberIds: string[];
            times: {
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
            }[];
            /** @default [] */
            except: string[];
        };
        StaffConflict: {
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            memberId: string;
            name: string;
        };
        StageOffer: {
            kinds: ("none" | "link" | "embed" | "jitsi" | "youtube" | "bbb")[];
            embedHosts: string[];
        };
        StageEntry: {
            url: string;
        };
        MaterialList: {
            items: components["schemas"]["Material"][];
            later: number;
        };
        Material: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            shownFrom: "registration" | "end";
            fileName: string;
            size: number;
            url: string;
        };
        MaterialPatch: {
            title?: string;
            /** @enum {string} */
            shownFrom?: "registration" | "end";
        };
        /** @default {} */
        RegisterIn: {
            /** @enum {string} */
            mode?: "virtual" | "onsite";
            acknowledged?: boolean;
            answers?: components["schemas"]["GivenAnswers"];
        };
        GivenAnswers: {
            [key: string]: (string | string[] | number) | null;
        };
        Registered: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
            /** @enum {string} */
            mode: "virtual" | "onsite";
            place: number | null;
            /** Format: date-time */
            offerEndsAt: string | null;
            others: components["schemas"]["SeriesPlace"][];
        };
        SeriesPlace: {
            /** Format: uuid */
            sessionId: string;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string|null} */
            state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected" | null;
            place: number | null;
            /** @enum {string|null} */
            code: "invalid-input" | "invalid-json" | "invalid-file" | "challenge-failed" | "sign-in-failed" | "unauthenticated" | "forbidden" | "cross-site-request" | "not-found" | "unknown-event" | "conflict" | "version-conflict" | "wrong-state" | "session-full" | "registration-closed" | "not-eligible" | "offer-expired" | "room-closed" | "muted-in-room" | "removed-from-room" | "staff-only" | "unwelcome-words" | "body-too-large" | "unsupported-media-type" | "confirmation-required" | "rate-limited" | "internal" | "unavailable" | "stage-unavailable" | null;
        };
        Registration: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
            /** @enum {string} */
            mode: "virtual" | "onsite";
            place: number | null;
            /** Format: date-time */
            offerEndsAt: string | null;
        };
        MyRegistration: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
            /** @enum {string} */
            mode: "virtual" | "onsite";
            place: number | null;
            /** Format: date-time */
            offerEndsAt: string | null;
            reason: string | null;
            session: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @enum {string} */
                state: "draft" | "published" | "live" | "ended" | "cancelled";
                topic: string | null;
                zone: string;
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
            };
        };
        Registrant: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
            /** @enum {string} */
            mode: "virtual" | "onsite";
            place: number | null;
            /** Format: date-time */
            offerEndsAt: string | null;
            member: {
                /** Format: uuid */
                id: string;
                number: string;
                name: string;
                unit: string | null;
            };
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            reason: string | null;
            isByStaff: boolean;
            hasAnswers: boolean;
            promotion: components["schemas"]["Promotion"] | null;
            priority: number;
            priorityReason: string | null;
            isProtocolAsked: boolean;
            /** Format: date-time */
            acknowledgedAt: string | null;
            rejectedBefore: string | null;
        };
        MatchingRegistrations: {
            count: number;
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
            }[];
        };
        RegisterOther: {
            /** Format: uuid */
            memberId: string;
            /** @enum {string} */
            mode?: "virtual" | "onsite";
            answers?: components["schemas"]["GivenAnswers"];
        };
        CancelOther: {
            reason: string;
        };
        SwitchMode: {
            /** @enum {string} */
            mode: "virtual" | "onsite";
            acknowledged?: boolean;
        };
        ApproveRegistrations: {
            registrationIds: string[];
        };
        ApprovedRegistrations: {
            confirmed: number;
            queued: number;
        };
        RegistrationPriority: {
            priority: number;
            reason: string;
        };
        RejectRegistrations: {
            registrationIds: string[];
            reason: string;
        };
        RegistrationTerms: {
            version: number;
            /** Format: date-time */
            closesAt: string | null;
            needsApproval: boolean;
            unitIds: string[];
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            prerequisites: components["schemas"]["Prerequisite"][];
            /** @enum {string} */
            queuePolicy: "fifo" | "least-educated-first" | "unit-quota";
            quotas: {
                /** Format: uuid */
                unitId: string;
                seats: number;
            }[];
            /** @default 24 */
            quotaReleaseHours: number;
            /** @enum {string} */
            freedVirtual: "confirm" | "offer";
            /** @enum {string} */
            freedOnsite: "confirm" | "offer";
            offerHours: number;
            sessions: {
                /** Format: uuid */
                id: string;
                title: string;
                /** Format: date-time */
                startsAt: string;
            }[];
        };
        Prerequisite: {
            /** @enum {string} */
            kind: "session";
            /** Format: uuid */
            sessionId: string;
        } | {
            /** @enum {string} */
            kind: "hours";
            /** Format: uuid */
            topicId: string;
            hours: number;
        };
        RegistrationTermsInput: {
            version: number;
            /** Format: date-time */
            closesAt: string | null;
            needsApproval: boolean;
            unitIds: string[];
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            prerequisites: components["schemas"]["Prerequisite"][];
            /** @enum {string} */
            queuePolicy: "fifo" | "least-educated-first" | "unit-quota";
            quotas: {
                /** Format: uuid */
                unitId: string;
                seats: number;
            }[];
            /** @default 24 */
            quotaReleaseHours: number;
            /** @enum {string} */
            freedVirtual: "confirm" | "offer";
            /** @enum {string} */
            freedOnsite: "confirm" | "offer";
            offerHours: number;
        };
        MyRegistrationTerms: {
            isOpen: boolean;
            /** Format: date-time */
            closesAt: string | null;
            needsApproval: boolean;
            /** @enum {string} */
            queuePolicy: "fifo" | "least-educated-first" | "unit-quota";
            openModes: ("virtual" | "onsite")[];
            /** Format: date-time */
            quotasUntil: string | null;
            last: components["schemas"]["LastAnswer"] | null;
            questions: components["schemas"]["AskedQuestion"][];
            requirements: components["schemas"]["Requirement"][];
        };
        LastAnswer: {
            /** @enum {string} */
            state: "rejected" | "expired" | "cancelled";
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        AskedQuestion: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "text" | "long-text" | "choice" | "multiple" | "date" | "phone" | "consent";
            label: {
                id: string | null;
                en: string | null;
            };
            help: {
                id: string | null;
                en: string | null;
            };
            options: {
                /** Format: uuid */
                id: string;
                label: {
                    id: string | null;
                    en: string | null;
                };
            }[];
            isRequired: boolean;
            retentionDays: number | null;
            textVersion: number;
        };
        Requirement: {
            /** @enum {string} */
            kind: "unit";
            isMet: boolean;
            names: string[];
        } | {
            /** @enum {string} */
            kind: "role";
            isMet: boolean;
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
        } | {
            /** @enum {string} */
            kind: "approval";
            isMet: boolean;
        } | {
            /** @enum {string} */
            kind: "session";
            isMet: boolean;
            title: string;
            /** Format: uuid */
            sessionId: string | null;
        } | {
            /** @enum {string} */
            kind: "hours";
            isMet: boolean;
            topic: string;
            /** Format: uuid */
            topicId: string;
            need: number;
            have: number;
        };
        RegistrationQuestions: {
            version: number;
            questions: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "text" | "long-text" | "choice" | "multiple" | "date" | "phone" | "consent";
                label: {
                    id: string | null;
                    en: string | null;
                };
                help: {
                    id: string | null;
                    en: string | null;
                };
                options: {
                    /** Format: uuid */
                    id: string;
                    label: {
                        id: string | null;
                        en: string | null;
                    };
                }[];
                isRequired: boolean;
                retentionDays: number | null;
                hasAnswers: boolean;
            }[];
        };
        RegistrationQuestionsInput: {
            version: number;
            questions: components["schemas"]["RegistrationQuestion"][];
        };
        RegistrationQuestion: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "text" | "long-text" | "choice" | "multiple" | "date" | "phone" | "consent";
            label: {
                id: string | null;
                en: string | null;
            };
            help: {
                id: string | null;
                en: string | null;
            };
            options: {
                /** Format: uuid */
                id: string;
                label: {
                    id: string | null;
                    en: string | null;
                };
            }[];
            isRequired: boolean;
            retentionDays: number | null;
        };
        MyAnswers: {
            questions: components["schemas"]["AskedQuestion"][];
            answers: {
                [key: string]: string | string[] | number;
            };
            canChange: boolean;
        };
        MyAnswersInput: {
            answers: components["schemas"]["GivenAnswers"];
        };
        RegistrantAnswers: {
            items: {
                /** Format: uuid */
                questionId: string;
                /** @enum {string} */
                kind: "text" | "long-text" | "choice" | "multiple" | "date" | "phone" | "consent";
                label: string;
                isArchived: boolean;
                values: string[];
                /** Format: date-time */
                agreedAt: string | null;
                textVersion: number | null;
            }[];
        };
        CancelRegistrations: {
            registrationIds: string[];
            reason: string;
        };
        MoveRegistrations: {
            registrationIds: string[];
            /** Format: uuid */
            toSessionId: string;
            reason: string;
        };
        MovedRegistrations: {
            confirmed: number;
            queued: number;
            refused: number;
            stayed: {
                /** Format: uuid */
                registrationId: string;
                number: string;
                name: string;
                /** @enum {string} */
                code: "invalid-input" | "invalid-json" | "invalid-file" | "challenge-failed" | "sign-in-failed" | "unauthenticated" | "forbidden" | "cross-site-request" | "not-found" | "unknown-event" | "conflict" | "version-conflict" | "wrong-state" | "session-full" | "registration-closed" | "not-eligible" | "offer-expired" | "room-closed" | "muted-in-room" | "removed-from-room" | "staff-only" | "unwelcome-words" | "body-too-large" | "unsupported-media-type" | "confirmation-required" | "rate-limited" | "internal" | "unavailable" | "stage-unavailable";
            }[];
        };
        RegistrationImport: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** @enum {string} */
            state: "checked" | "applying" | "applied" | "failed";
            /** Format: date-time */
            createdAt: string;
            found: number;
            already: number;
            bad: number;
            badLines: {
                line: number;
                given: string;
                /** @enum {string} */
                fault: "unknown" | "left" | "repeated" | "mode";
            }[];
            done: number;
            total: number;
            outcome: {
                confirmed: number;
                queued: number;
                refused: number;
                refusedLines: {
                    line: number;
                    given: string;
                    /** @enum {string} */
                    code: "invalid-input" | "invalid-json" | "invalid-file" | "challenge-failed" | "sign-in-failed" | "unauthenticated" | "forbidden" | "cross-site-request" | "not-found" | "unknown-event" | "conflict" | "version-conflict" | "wrong-state" | "session-full" | "registration-closed" | "not-eligible" | "offer-expired" | "room-closed" | "muted-in-room" | "removed-from-room" | "staff-only" | "unwelcome-words" | "body-too-large" | "unsupported-media-type" | "confirmation-required" | "rate-limited" | "internal" | "unavailable" | "stage-unavailable";
                }[];
            } | null;
        };
        RegistrationImports: {
            items: components["schemas"]["RegistrationImport"][];
        };
        StartRegistrationImport: {
            /** @enum {string} */
            mode: "good" | "all";
        };
        ReleaseIn: {
            token: string;
        };
        Release: {
            /** @enum {string} */
            state: "open" | "released" | "over";
            isWaiting: boolean;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            zone: string;
            cooperative: {
                slug: string;
                name: string;
            };
        };
        CloneInput: {
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string;
            zone?: string;
        };
        MadeSession: {
            /** Format: uuid */
            id: string;
        };
        SeriesPreviewInput: {
            rrule: string;
            /** @default [] */
            except: string[];
            zone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        SeriesPreview: {
            dates: components["schemas"]["SeriesDate"][];
        };
        SeriesDate: {
            day: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            isLeftOut: boolean;
        };
        SeriesInput: {
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            templateId?: string;
            session: components["schemas"]["SeriesSessionInput"];
            rrule: string;
            /** @default [] */
            except: string[];
            /**
             * @default each
             * @enum {string}
             */
            registration: "each" | "whole";
        };
        SeriesSessionInput: {
            title: string;
            topic?: string | null;
            description?: string;
            descriptionOther?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            delivery?: "virtual" | "onsite" | "hybrid";
            capacity?: number | null;
            onsiteCapacity?: number | null;
            venue?: string | null;
            protocol?: string;
            stage?: components["schemas"]["StageInput"];
            zone?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            staff?: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                role: "host" | "moderator" | "speaker";
            }[];
        };
        Series: {
            /** Format: uuid */
            id: string;
            rrule: string;
            zone: string;
            firstStart: string;
            /** @enum {string} */
            registration: "each" | "whole";
            version: number;
            sessions: components["schemas"]["SeriesSession"][];
        };
        SeriesSession: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string|null} */
            mine: "pending" | "confirmed" | "waitlisted" | "offered" | null;
        };
        SeriesPatch: {
            title?: string;
            topic?: string | null;
            description?: string;
            descriptionOther?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            delivery?: "virtual" | "onsite" | "hybrid";
            capacity?: number | null;
            onsiteCapacity?: number | null;
            venue?: string | null;
            protocol?: string;
            stage?: components["schemas"]["StageInput"];
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            staff?: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                role: "host" | "moderator" | "speaker";
            }[];
            version: number;
            /** @enum {string} */
            scope: "following" | "all";
        };
        SeriesGrowth: {
            version: number;
            more?: number;
            /** Format: date */
            until?: string;
        };
        SeriesScope: {
            /** @enum {string} */
            scope: "following" | "all";
        };
        CancelSeries: {
            /** @enum {string} */
            scope: "following" | "all";
            reason?: string;
        };
        SeriesTermsInput: {
            version: number;
            /** Format: date-time */
            closesAt: string | null;
            needsApproval: boolean;
            unitIds: string[];
            roles: ("member" | "facilitator" | "admin" | "coordinator" | "supervisor")[];
            prerequisites: components["schemas"]["Prerequisite"][];
            /** @enum {string} */
            queuePolicy: "fifo" | "least-educated-first" | "unit-quota";
            quotas: {
                /** Format: uuid */
                unitId: string;
                seats: number;
            }[];
            /** @default 24 */
            quotaReleaseHours: number;
            /** @enum {string} */
            freedVirtual: "confirm" | "offer";
            /** @enum {string} */
            freedOnsite: "confirm" | "offer";
            offerHours: number;
            /** @enum {string} */
            scope: "following" | "all";
        };
        SeriesQuestionsInput: {
            version: number;
            questions: components["schemas"]["RegistrationQuestion"][];
            /** @enum {string} */
            scope: "following" | "all";
        };
        SessionTemplateList: {
            items: components["schemas"]["SessionTemplate"][];
        };
        SessionTemplate: {
            /** Format: uuid */
            id: string;
            name: string;
            content: {
                title: string;
                topic: string | null;
                description: string;
                descriptionOther: string;
                /** @enum {string} */
                language: "id" | "en";
                /** @enum {string} */
                delivery: "virtual" | "onsite" | "hybrid";
                capacity: number | null;
                onsiteCapacity: number | null;
                venue: string | null;
                protocol: string;
                stage: components["schemas"]["StageInput"];
                zone: string;
                minutes: number;
            };
        };
        SessionTemplateInput: {
            /** Format: uuid */
            id?: string;
            name: string;
            /** Format: uuid */
            sessionId: string;
        };
        SessionTemplatePatch: {
            name: string;
        };
        SessionFromTemplateInput: {
            /** Format: uuid */
            id?: string;
            title?: string;
            topic?: string | null;
            description?: string;
            descriptionOther?: string;
            /** @enum {string} */
            language?: "id" | "en";
            /** @enum {string} */
            delivery?: "virtual" | "onsite" | "hybrid";
            capacity?: number | null;
            onsiteCapacity?: number | null;
            venue?: string | null;
            protocol?: string;
            stage?: components["schemas"]["StageInput"];
            zone?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string;
            staff?: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                role: "host" | "moderator" | "speaker";
            }[];
        };
        CalendarFeedState: {
            feed: components["schemas"]["CalendarFeed"] | null;
        };
        CalendarFeed: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastReadAt: string | null;
        };
        CalendarFeedAddress: {
            /** Format: uri */
            url: string;
            webcalUrl: string;
        };
        ReminderList: {
            items: components["schemas"]["ReminderGroup"][];
        };
        ReminderGroup: {
            /** @enum {string} */
            kind: "registration-pending" | "registration-approved" | "registration-rejected" | "registration-offered" | "registration-expired" | "registration-confirmed" | "registration-promoted" | "registration-switched" | "registration-waitlisted" | "registration-cancelled" | "reminder-day-before" | "reminder-hour-before" | "reminder-ten-minutes-before" | "session-changed" | "session-cancelled" | "follow-up-present" | "follow-up-absent";
            /** @enum {string} */
            state: "waiting" | "sent" | "missed" | "withdrawn" | "unreachable";
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            count: number;
        };
        AttendanceList: {
            items: components["schemas"]["AttendanceItem"][];
            nextCursor: string | null;
        };
        AttendanceItem: {
            /** Format: uuid */
            memberId: string;
            number: string;
            name: string;
            unit: string | null;
            /** @enum {string} */
            verdict: "present" | "partial" | "absent" | "awaiting-evidence";
            countedSeconds: number;
            broadcastSeconds: number;
            /** @enum {string} */
            source: "measured" | "manual";
            version: number;
            reason: string | null;
            /** Format: date-time */
            decidedAt: string;
        };
        OwnAttendance: {
            /**
             * @description null until it is final
             * @enum {string|null}
             */
            verdict: "present" | "partial" | "absent" | "awaiting-evidence" | null;
            countedSeconds: number | null;
            broadcastSeconds: number | null;
            /** @enum {string|null} */
            source: "measured" | "manual" | null;
            /** @description Why staff decided so, where they did */
            reason: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            broadcast: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            } | null;
            /** @description The time counted, within the broadcast */
            spans: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            /** @description Within the broadcast, and no part of it */
            breaks: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
        };
        DecideAttendance: {
            /** @enum {string} */
            verdict: "present" | "partial" | "absent";
            reason: string;
        };
        RestDecided: {
            decided: number;
        };
        PeopleHere: {
            items: components["schemas"]["PersonHere"][];
            nextCursor: string | null;
            guests: {
                /** Format: uuid */
                guestId: string;
                name: string;
            }[];
        };
        PersonHere: {
            /** Format: uuid */
            memberId: string;
            number: string;
            name: string;
            unit: string | null;
            /** Format: date-time */
            since: string;
            devices: number;
        };
        StaffHere: {
            memberIds: string[];
        };
        RaisedHands: {
            items: components["schemas"]["RaisedHand"][];
            nextCursor: string | null;
        };
        RaisedHand: {
            /** Format: uuid */
            memberId: string;
            name: string;
            /** Format: date-time */
            raisedAt: string;
            /** @description False: their last connection went a moment ago */
            isHere: boolean;
        };
        PeopleHeld: {
            items: components["schemas"]["PersonHeld"][];
            nextCursor: string | null;
        };
        /** @description Somebody whom staff muted or removed, why, and who did it */
        PersonHeld: {
            /** Format: uuid */
            memberId: string;
            number: string;
            name: string;
            muted: {
                /** Format: date-time */
                at: string;
                reason: string;
                by: string;
            } | null;
            removed: {
                /** Format: date-time */
                at: string;
                reason: string;
                by: string;
            } | null;
        };
        /** @description Words and phrases that no member may write in a room */
        WordList: {
            version: number;
            words: string[];
        };
        WordListInput: {
            version: number;
            words: string[];
        };
        SessionQuestions: {
            items: components["schemas"]["SessionQuestion"][];
            nextCursor: string | null;
        };
        SessionQuestion: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "pending" | "approved" | "answering" | "answered" | "rejected" | "merged" | "withdrawn" | "archived";
            text: string;
            author: {
                /** Format: uuid */
                memberId: string;
                name: string;
            } | null;
            isAnonymous: boolean;
            isPinned: boolean;
            votes: number;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            approvedAt: string | null;
            answer: {
                text: string | null;
                /** Format: date-time */
                at: string;
            } | null;
            reason: string | null;
            /** Format: uuid */
            mergedInto: string | null;
        };
        QuestionFollowUps: {
            items: components["schemas"]["QuestionFollowUp"][];
            nextCursor: string | null;
        };
        QuestionFollowUp: {
            version: number;
            dueOn: string;
            owner: {
                /** Format: uuid */
                memberId: string;
                name: string;
            } | null;
            session: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            question: components["schemas"]["SessionQuestion"];
        };
        AnswerLibrary: {
            items: components["schemas"]["LibraryEntry"][];
            nextCursor: string | null;
        };
        /** @description A question with its written answer; who asked is told to nobody */
        LibraryEntry: {
            /** Format: uuid */
            id: string;
            version: number;
            text: string;
            answer: {
                text: string;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                correctedAt: string | null;
            };
            session: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            topic: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            mayCorrect: boolean;
            mayArchive: boolean;
        };
        QuestionFollowUpPatch: {
            version: number;
            /** Format: uuid */
            ownerId?: string;
            /** Format: date */
            dueOn?: string;
        };
        LaterAnswer: {
            version: number;
            text: string;
        };
        SeenQuestion: {
            version: number;
        };
        /** @description A speaker from outside, let in by a link */
        SessionGuest: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        GuestInput: {
            name: string;
        };
        /** @description Shown this once: it is kept as a hash alone */
        SessionGuestLink: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
        };
        GuestTokenIn: {
            token: string;
        };
        /** @description What a guest speaker is told of the session they are asked to */
        GuestVisit: {
            /** Format: uuid */
            guestId: string;
            name: string;
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "published" | "live" | "ended" | "cancelled";
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            zone: string;
            hasStage: boolean;
            cooperative: {
                name: string;
                colour: string;
            };
        };
        GuestStage: {
            url: string;
        };
        MemberRecord: {
            sessions: number;
            minutes: number;
            /** @description Over all years, most minutes first */
            topics: components["schemas"]["TopicSum"][];
            /** @description The latest first, by the calendar of the session’s own zone */
            years: components["schemas"]["YearSum"][];
        };
        TopicSum: {
            /** Format: uuid */
            topicId: string | null;
            topic: string | null;
            sessions: number;
            minutes: number;
        };
        YearSum: {
            year: number;
            sessions: number;
            minutes: number;
            topics: components["schemas"]["TopicSum"][];
        };
        AttendedPage: {
            items: components["schemas"]["AttendedSession"][];
            nextCursor: string | null;
        };
        AttendedSession: {
            /** Format: uuid */
            sessionId: string;
            title: string;
            topic: string | null;
            /** Format: date-time */
            startsAt: string;
            minutes: number;
        };
        LedgerPage: {
            items: components["schemas"]["LedgerItem"][];
            nextCursor: string | null;
        };
        LedgerItem: {
            sequence: number;
            /** @enum {string} */
            kind: "attended" | "attended-reversed";
            /** @description Minutes; negative where it reverses another entry */
            quantity: number;
            reason: string | null;
            /** Format: uuid */
            sessionId: string;
            title: string;
            /** Format: date-time */
            recordedAt: string;
            hash: string;
        };
        LedgerVerification: {
            isSound: boolean;
            /** @description Entries found as they were written */
            entries: number;
            /** @description The first entry that is not as it was written */
            brokenAt: number | null;
            headHash: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Files.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file that a signed link leads to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cooperatives.names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every cooperative of this deployment, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CooperativeName"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cooperatives.page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What its public page is drawn with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CooperativePage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cooperatives.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor's own cooperative */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cooperative"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cooperatives.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CooperativePatch"];
            };
        };
        responses: {
            /** @description The cooperative as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cooperative"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Holidays.of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The year's public holidays, days of joint leave and days of the cooperative itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Holidays.set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidaysInput"];
            };
        };
        responses: {
            /** @description The whole list of the year from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Members.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Beginnings of words of a name, a number or a unit */
                q?: string;
                status?: "calon" | "aktif" | "luar-biasa" | "keluar";
                unitId?: string;
                role?: "member" | "facilitator" | "admin" | "coordinator" | "supervisor";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members by name; a coordinator's own units only */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Members.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description The new member */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Members.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Members.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPatch"];
            };
        };
        responses: {
            /** @description The member as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Members.units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units by name; a coordinator's own only */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, where, and what they may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description The same, as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The file as it was understood; nothing is imported yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the import has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterCheckRequest"];
            };
        };
        responses: {
            /** @description The import, being checked; ask again for progress */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.errors": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bad lines in the order of the file, each with every reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterErrorPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.errorsCsv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RosterImports.absent": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                scope?: "cooperative" | "units";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members who have not left and are not in the file, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.apply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterApplyRequest"];
            };
        };
        responses: {
            /** @description The import, being applied; ask again for progress */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RosterImports.leaveAbsent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterLeaveRequest"];
            };
        };
        responses: {
            /** @description How many were marked as left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterLeft"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSignIn"];
            };
        };
        responses: {
            /** @description Signed in: the cookie is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeRequest"];
            };
        };
        responses: {
            /** @description If somebody has that name and an address, a code and a link are on their way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.answerWithCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAnswer"];
            };
        };
        responses: {
            /** @description Signed in: the cookie is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.answerWithLink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAnswer"];
            };
        };
        responses: {
            /** @description Signed in: the cookie is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.takeOver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAnswer"];
            };
        };
        responses: {
            /** @description Signed in: the cookie is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.here": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which cooperative this browser is signed in to, if any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Here"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out, whether or not anybody was signed in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.setPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password is set; all other sign-ins have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where one is signed in, the latest used first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sign-ins but this one have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That sign-in has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIns.makeLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            /** @description A link that signs the member in once, in any browser, within 72 hours */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverLink"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sessions.catalogue": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                topic?: string;
                when?: "upcoming" | "live" | "past";
                from?: string;
                to?: string;
                delivery?: "virtual" | "onsite" | "hybrid";
                language?: "id" | "en";
                seats?: "left";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue: live and coming sessions, or those of `when` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionInput"];
            };
        };
        responses: {
            /** @description The new draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sessions.topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All topics, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sessions.publicCatalogue": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A cooperative's open catalogue, for everybody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublicSessionCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sessions.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One session, as the reader may see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionPatch"];
            };
        };
        responses: {
            /** @description The session as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                state?: "draft" | "published" | "live" | "ended" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sessions to an admin or supervisor, what members know of to a coordinator, their own to a facilitator */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlanningSessionCard"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkdownPreviewInput"];
            };
        };
        responses: {
            /** @description What a text in Markdown becomes for its readers; nothing is saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkdownPreview"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published: members see it and may register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSession"];
            };
        };
        responses: {
            /** @description Cancelled: everybody who registered is told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.goLive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live: the broadcast counts from now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended: it can be undone for ten minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.undoEnd": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Planning.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenSession"];
            };
        };
        responses: {
            /** @description Live again, until another planned end; the time since its end counts for nobody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDetail"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionStaff.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I am asked to run and have not answered, the next first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvitation"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionStaff.duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I run that is not over, the next first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDuty"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionStaff.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInvitationAnswer"];
            };
        };
        responses: {
            /** @description Answered; what I am still asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvitation"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionStaff.conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffConflictQuery"];
            };
        };
        responses: {
            /** @description Which of these people have another session at that time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffConflict"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Stage.offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stages a session can have here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageOffer"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Stage.enter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reader's own way onto the stage; a meeting elsewhere is opened if it is not yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageEntry"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.putCover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The picture stands on the session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.removeCover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has a drawn picture again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The materials that the reader may have now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.add": {
        parameters: {
            query?: {
                id?: string;
                shownFrom?: "registration" | "end";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The materials with the new one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The material is gone, and so are links to it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SessionFiles.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                materialId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialPatch"];
            };
        };
        responses: {
            /** @description The materials as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.own": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My live registration; not-found without one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.register": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterIn"];
            };
        };
        responses: {
            /** @description A seat, or a place in the queue; the same again when asked again; in all of a whole series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.cancel": {
        parameters: {
            query?: {
                scope?: "one" | "series";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The place is given back, or all in the series; without one nothing happens */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationSteps.switchMode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchMode"];
            };
        };
        responses: {
            /** @description I take part in the other mode; session-full, and all as before, without a seat there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.mine": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                when?: "upcoming" | "past" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I have joined, or was refused, by start */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MyRegistration"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
                q?: string;
                unitId?: string;
                mode?: "virtual" | "onsite";
                protocol?: "acknowledged" | "asked";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who registered, in order; a coordinator sees their own units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Registrant"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.registerOther": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterOther"];
            };
        };
        responses: {
            /** @description The member is registered, or was already; in all of a whole series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.matching": {
        parameters: {
            query?: {
                state?: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
                q?: string;
                unitId?: string;
                mode?: "virtual" | "onsite";
                protocol?: "acknowledged" | "asked";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that match and can still be decided of, to be chosen at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRegistrations"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Registrations.file": {
        parameters: {
            query?: {
                state?: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled" | "expired" | "rejected";
                q?: string;
                unitId?: string;
                mode?: "virtual" | "onsite";
                protocol?: "acknowledged" | "asked";
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Registrations.cancelOther": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOther"];
            };
        };
        responses: {
            /** @description Cancelled; the member is told the reason */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationSteps.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offered seat is mine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationSteps.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveRegistrations"];
            };
        };
        responses: {
            /** @description A seat while there is one, else the end of the queue; who is decided already stays so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedRegistrations"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationSteps.prioritise": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationPriority"];
            };
        };
        responses: {
            /** @description The queue goes by it from now on; wrong-state for one that does not wait */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationSteps.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectRegistrations"];
            };
        };
        responses: {
            /** @description Not approved; the members are told the reason */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationTerms.of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may register, until when, and how seats go; the usual terms where nobody set any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationTerms"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationTerms.set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationTermsInput"];
            };
        };
        responses: {
            /** @description The terms from now on; registrations made before stand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationTerms"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationTerms.mine": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What registering takes of me, and what I lack for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyRegistrationTerms"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationQuestions.of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is asked of those who register, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationQuestions"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationQuestions.set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationQuestionsInput"];
            };
        };
        responses: {
            /** @description The whole list from now on; what was answered to a question that is gone stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationQuestions"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationQuestions.mine": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I answered, with what is asked; not-found without a registration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAnswers"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationQuestions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyAnswersInput"];
            };
        };
        responses: {
            /** @description My answers from now on, all of them, until registration closes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAnswers"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationQuestions.ofRegistrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A registrant's answers; a coordinator sees their own units' */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswers"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationBatches.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRegistrations"];
            };
        };
        responses: {
            /** @description Cancelled; the members are told the reason, and the queue moves up */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationBatches.move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveRegistrations"];
            };
        };
        responses: {
            /** @description Registered there, and no more here; who is not let in there stays here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedRegistrations"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationImports.last": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last lists, the newest first; whoever is no admin sees their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationImports"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationImports.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Whom the list names, and every line that names nobody; nobody is registered yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationImports.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the list has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RegistrationImports.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRegistrationImport"];
            };
        };
        responses: {
            /** @description The list, being taken; ask again for progress */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationImport"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseIn"];
            };
        };
        responses: {
            /** @description What the link is about; nothing happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseIn"];
            };
        };
        responses: {
            /** @description The place is given back; again without harm */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clones.clone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloneInput"];
            };
        };
        responses: {
            /** @description A new draft with everything but dates and people */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSession"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesPreviewInput"];
            };
        };
        responses: {
            /** @description The dates of a rule, before anything is saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesInput"];
            };
        };
        responses: {
            /** @description Every session of it, as a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A series with its sessions, as the reader may see them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesPatch"];
            };
        };
        responses: {
            /** @description The series that the session is in now: another one, where those that follow were parted from it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.grow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesGrowth"];
            };
        };
        responses: {
            /** @description Its rule goes on; each new date is a draft like the last of its sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesScope"];
            };
        };
        responses: {
            /** @description Every draft of the scope is published, or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Series.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSeries"];
            };
        };
        responses: {
            /** @description Every session of the scope that has not begun is cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SeriesTerms.setTerms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesTermsInput"];
            };
        };
        responses: {
            /** @description What was changed in the terms of this session, is changed in all of the scope */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SeriesTerms.setQuestions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesQuestionsInput"];
            };
        };
        responses: {
            /** @description All sessions of the scope ask the same; each keeps what was answered in it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cooperative's templates, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplateList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionTemplateInput"];
            };
        };
        responses: {
            /** @description What the session is, but for dates and people, under that name */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplate"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone; what was made from it stays */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.rename": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionTemplatePatch"];
            };
        };
        responses: {
            /** @description Under its new name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplate"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Templates.use": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionFromTemplateInput"];
            };
        };
        responses: {
            /** @description A new draft: what was said, else what the template says, with its terms */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSession"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session for a calendar (RFC 5545) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether I have a private calendar address, and when a calendar last asked there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedState"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new private address, shown this once; the one before it stops working */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedAddress"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address works no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendars.feed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A member's sessions for a calendar that subscribed to them (RFC 5545) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reminders.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was and will be sent about the session, grouped by kind and state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attendance.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdicts that stand, by name; empty until they are final */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attendance.mine": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My own verdict and the time counted for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAttendance"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attendance.decideRest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAttendance"];
            };
        };
        responses: {
            /** @description Everybody who still awaited evidence is decided the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestDecided"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attendance.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAttendance"];
            };
        };
        responses: {
            /** @description Decided by hand, as a new version */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Room.people": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Beginnings of words of a name or a number */
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is in the room now, by name; for staff of the session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleHere"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Room.staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which of the session’s staff are in the room now; for staff of the session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffHere"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Room.raised": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whose hands are up, first up first; for staff of the session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RaisedHands"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Room.held": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is muted or removed, by name, with the reason; for hosts and moderators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleHeld"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Room.transcript": {
        parameters: {
            query?: {
                format?: "csv" | "json";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "WordLists.of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words that no member may write in a room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "WordLists.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordListInput"];
            };
        };
        responses: {
            /** @description The whole list from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordList"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.ofSession": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every question asked in the session, whatever became of it; for its staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionQuestions"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.open": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                whose?: "mine" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What sessions left to be answered and I own or may see as staff, the longest due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionFollowUps"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.library": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                topic?: string;
                shelf?: "open" | "put-away";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Questions answered in writing, in any session of my cooperative, the newest answer first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerLibrary"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionFollowUpPatch"];
            };
        };
        responses: {
            /** @description Given to somebody, or another day */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaterAnswer"];
            };
        };
        responses: {
            /** @description Answered after the session; who asked and who voted get it by mail */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaterAnswer"];
            };
        };
        responses: {
            /** @description A written answer in other words; nobody gets it by mail again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenQuestion"];
            };
        };
        responses: {
            /** @description Out of the library; kept for thirty days at least, to be put back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Questions.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenQuestion"];
            };
        };
        responses: {
            /** @description Back in the library */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Guests.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Guest speakers of the session, the latest first; for whoever runs it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionGuest"][];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Guests.make": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestInput"];
            };
        };
        responses: {
            /** @description The link to hand to the guest; it is shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionGuestLink"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Guests.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                guestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is good for nothing more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "GuestVisits.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestTokenIn"];
            };
        };
        responses: {
            /** @description What the link is for; nothing happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestVisit"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "GuestVisits.enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestTokenIn"];
            };
        };
        responses: {
            /** @description Sets the guest's cookie, which opens this session's room and nothing else */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestVisit"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "GuestVisits.mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session that the guest's cookie is for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestVisit"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "GuestVisits.stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guest's own way onto the stage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestStage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.myRecord": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My sums of sessions and minutes, by year and topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRecord"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.myAttended": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions I attended, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendedPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.attended": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions a member attended, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendedPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A member’s sums of sessions and minutes, by year and topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRecord"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.myLedger": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My entries in the ledger, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Engagement.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the whole ledger of the cooperative is as it was written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerVerification"];
                };
            };
            /** @description A problem, coded (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
